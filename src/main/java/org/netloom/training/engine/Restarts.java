package org.netloom.training.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netloom.training.Member;
import org.netloom.training.Series;
import org.netloom.training.TrainingEnd;
import org.netloom.training.TrainingJob;
import org.netloom.training.TrainingPlan;
import org.netloom.training.TrainingWatch;

/**
 * Trains the same network several times from other weights, one after the other, and keeps the best or all of them as a committee.
 * Iterations and epochs are counted on over all members. Of a training that is stopped the members that are done count; the one at
 * work only if it is the first.
 */
final class Restarts implements Training {

    private static final int LOOK_SIZE = 512;

    private final TrainingJob job;
    private final TrainingPlan.Restarts restarts;
    private final List<FinishedMember> done = new ArrayList<>();
    private long iterations;
    private int epochs;
    private @Nullable TrainedModel model;
    private @Nullable Member figures;

    Restarts(TrainingJob job) {
        this.job = job;
        this.restarts = job.plan().restarts();
    }

    @Override
    public TrainingEnd train(Optional<InputStream> resumeFrom, TrainingWatch watch) {
        try {
            if (resumeFrom.isPresent()) {
                MembersSnapshot saved = MembersSnapshot.read(resumeFrom.get());
                done.addAll(saved.done());
                iterations = saved.iterations();
                epochs = saved.epochs();
            }
            return train(watch, resumeFrom);
        } catch (IOException unusable) {
            String why = unusable.getMessage();
            return failed(0, 0, Failures.damagedCheckpoint(why == null ? "it ends too early." : why));
        } catch (RuntimeException | OutOfMemoryError | LinkageError broken) {
            return failed(0, 0, Failures.engine(broken));
        }
    }

    private TrainingEnd train(TrainingWatch watch, Optional<InputStream> resumeFrom) {
        Optional<InputStream> state = resumeFrom;
        while (done.size() < restarts.count()) {
            int number = done.size() + 1;
            Trainer trainer = new Trainer(jobOf(number));
            TrainingEnd end =
                    trainer.train(state, new MemberWatch(watch, number, iterations, epochs, List.copyOf(done)));
            state = Optional.empty();
            switch (end) {
                case TrainingEnd.Finished finished -> {
                    Member member = finish(number, trainer);
                    iterations += finished.iteration();
                    epochs += finished.epoch();
                    tell(member, watch);
                }
                case TrainingEnd.Paused paused -> {
                    return new TrainingEnd.Paused(iterations + paused.iteration(), epochs + paused.epoch());
                }
                case TrainingEnd.Stopped stopped -> {
                    if (done.isEmpty()) {
                        finish(number, trainer);
                    }
                    settle();
                    return new TrainingEnd.Stopped(iterations + stopped.iteration(), epochs + stopped.epoch());
                }
                case TrainingEnd.Failed failed -> {
                    return failed(failed.iteration(), failed.epoch(), failed.problem());
                }
            }
        }
        settle();
        return new TrainingEnd.Finished(iterations, epochs, epochs, false);
    }

    private TrainingEnd failed(long iteration, int epoch, org.netloom.design.Problem problem) {
        model = null;
        return new TrainingEnd.Failed(iterations + iteration, Math.max(1, epochs + epoch), problem);
    }

    private TrainingJob jobOf(int number) {
        return job.withSeed(Member.seed(job.plan().seed(), number));
    }

    private Member finish(int number, Trainer trainer) {
        Engine engine = trainer.supervised().engine();
        Member member = measured(number, engine);
        done.add(new FinishedMember(member, engine.parameters()));
        if (!restarts.isCommittee()) {
            forgetAllButTheBest();
        }
        return member;
    }

    private Member measured(int number, Engine engine) {
        Optional<Engine.Look> look = look(engine);
        double loss = look.map(Engine.Look::loss).orElse(Double.NaN);
        double accuracy = engine.judge() == Judge.NONE
                ? Double.NaN
                : look.map(Engine.Look::accuracy).orElse(Double.NaN);
        return new Member(number, loss, accuracy);
    }

    private Optional<Engine.Look> look(Engine engine) {
        return job.validation()
                .filter(samples -> samples.count() > 0)
                .map(samples -> engine.look(engine.batches(samples), LOOK_SIZE));
    }

    private void forgetAllButTheBest() {
        Member best = Member.best(members());
        done.replaceAll(each -> each.member().equals(best) ? each : each.withoutParameters());
    }

    private List<Member> members() {
        return done.stream().map(FinishedMember::member).toList();
    }

    private void tell(Member member, TrainingWatch watch) {
        if (!Double.isNaN(member.loss())) {
            watch.point(Series.MEMBER_LOSS, iterations, epochs, member.loss());
        }
        if (!Double.isNaN(member.accuracy())) {
            watch.point(Series.MEMBER_ACCURACY, iterations, epochs, member.accuracy());
        }
    }

    private void settle() {
        if (restarts.isCommittee() && done.size() > 1) {
            Engine committee = Committee.engine(
                    job,
                    Member.weights(members(), restarts.combine()),
                    done.stream().map(FinishedMember::parameters).toList());
            model = new TrainedModel(committee.job(), committee, iterations, epochs);
            figures = measured(done.size(), committee);
            return;
        }
        Member best = Member.best(members());
        FinishedMember kept = done.stream()
                .filter(each -> each.member().equals(best))
                .findFirst()
                .orElseThrow();
        Engine engine = new Engine(jobOf(best.number()));
        engine.setParameters(kept.parameters());
        model = new TrainedModel(engine.job(), engine, iterations, epochs);
        figures = best;
    }

    @Override
    public Optional<TrainedModel> model() {
        return Optional.ofNullable(model);
    }

    @Override
    public Optional<Member> figures() {
        return Optional.ofNullable(figures);
    }
}
