package org.netloom.training.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.netloom.datasets.Samples;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.format.Json;
import org.netloom.layers.Network;
import org.netloom.layers.Op;
import org.netloom.training.EvaluationJson;
import org.netloom.training.Preparation;
import org.netloom.training.Preparation.Prepared;
import org.netloom.training.Run;
import org.netloom.training.RunState;
import org.netloom.training.TrainingEnd;
import org.netloom.training.TrainingJob;
import org.netloom.training.TrainingPlan;
import org.netloom.training.engine.Backend;
import org.netloom.training.engine.TrainedModel;
import org.netloom.training.engine.TrainedRivals;
import org.netloom.training.engine.Training;
import org.netloom.training.store.OwnedRun;
import org.netloom.training.store.RunStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One run from its snapshot to its stored model. */
final class RunTrainer {

    private static final Logger LOG = LoggerFactory.getLogger(RunTrainer.class);
    static final int PROOF_ROWS = 1000;
    private static final int GOLDEN_ROWS = 20;
    private static final int MOST_WEIGHTS_SHOWN = 100;

    /** A reloaded model is offered for download only where no prediction differs by more than this. */
    static final double PROOF_TOLERANCE = 1e-6;

    private final WorkerDatabase database;
    private final Preparation preparation;
    private final Backend.Description backend;

    RunTrainer(WorkerDatabase database, Preparation preparation, Backend.Description backend) {
        this.database = database;
        this.preparation = preparation;
        this.backend = backend;
    }

    void train(UUID id, UUID owner) throws IOException {
        Run run = new RunStore(database.jdbc()).find(id).orElseThrow(OwnedRun.NotOwner::new);
        OwnedRun owned = database.owned(id, run.workspace(), owner);
        try {
            switch (preparation.prepare(run.snapshot())) {
                case Result.Ok<Prepared>(Prepared prepared) -> train(run, owned, prepared);
                case Result.Refused<Prepared> refused ->
                    owned.fail(refused.problems().get(0));
            }
        } catch (OwnedRun.NotOwner takenOver) {
            LOG.warn("Run {} belongs to another worker now", id);
        }
    }

    private void train(Run run, OwnedRun owned, Prepared prepared) throws IOException {
        TrainingJob job = prepared.job();
        int examples = job.train().count();
        long iterations = job.plan().iterationsOfAll(examples);
        owned.prepared(
                iterations,
                epochs(job.plan(), iterations, examples),
                job.network().parameters(),
                prepared.examples().fingerprint(),
                Json.write(provenance()));
        Optional<OwnedRun.Saved> saved = owned.newestCheckpoint();
        long from = saved.map(OwnedRun.Saved::iteration).orElse(0L);
        int epoch = saved.map(OwnedRun.Saved::epoch).orElse(0);
        owned.startAfter(from, epoch, saved.isPresent() || run.progress().iteration() > 0);
        // Read as a whole before training: trouble with the database now means another attempt, not a damaged
        // checkpoint.
        Optional<InputStream> state = saved.isPresent()
                ? Optional.of(new ByteArrayInputStream(saved.get().state().readAllBytes()))
                : Optional.empty();
        Training training = Training.of(job);
        TrainingEnd end;
        SheetPainter painter = new SheetPainter(prepared.examples().info().input(), prepared.normalization());
        try (RunRecorder recorder = new RunRecorder(
                owned, new Pacemaker(iterations, from, epoch, run.progress().trainingSeconds()), painter::paint)) {
            end = training.train(state, recorder);
        }
        switch (end) {
            case TrainingEnd.Finished finished -> finish(owned, prepared, training, RunState.Kind.FINISHED);
            case TrainingEnd.Stopped stopped -> finish(owned, prepared, training, RunState.Kind.STOPPED);
            case TrainingEnd.Paused paused -> owned.pause();
            case TrainingEnd.Failed failed -> owned.fail(failed.problem());
        }
    }

    private static int epochs(TrainingPlan plan, long iterations, int examples) {
        long perEpoch = plan.iterationsPerEpoch(examples);
        return (int) Math.min(Integer.MAX_VALUE, (iterations + perEpoch - 1) / perEpoch);
    }

    private ObjectNode provenance() {
        ObjectNode engine = Json.object();
        engine.put("engine", backend.engine());
        engine.put("backend", backend.name());
        engine.put("devices", backend.devices());
        engine.put("java", System.getProperty("java.version"));
        ObjectNode threads = engine.putObject("threads");
        for (String name : new String[] {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OMP_PROC_BIND"}) {
            threads.put(name, System.getenv(name));
        }
        return engine;
    }

    /** Measures the network on the test part, and stores its file once it has been opened anew and predicts the same. */
    private static void finish(OwnedRun owned, Prepared prepared, Training training, RunState.Kind state)
            throws IOException {
        Optional<TrainedRivals> rivals = training.rivals();
        if (rivals.isPresent()) {
            RivalsEnd.finish(owned, prepared, rivals.get(), state);
            return;
        }
        Optional<TrainedModel> trained = training.model();
        if (trained.isEmpty()) {
            owned.fail(Problem.error(
                    "no-model",
                    "The training left no network.",
                    "A training that ends has a network.",
                    "Start the run again; if it happens again, look at the worker's log."));
            return;
        }
        TrainedModel model = trained.get();
        training.figures().ifPresent(figures -> owned.measured(figures.loss(), figures.accuracy()));
        String evaluation = Json.write(EvaluationJson.write(
                model.evaluate(prepared.test(), prepared.examples().info().target())));
        Path file = Files.createTempFile("netloom-model", ".zip");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                model.saveDl4j(out);
            }
            Samples rows = firstRows(prepared.test());
            double difference;
            try (InputStream in = Files.newInputStream(file)) {
                difference = model.proveDl4j(in, rows);
            }
            boolean proved = difference <= PROOF_TOLERANCE;
            ObjectNode proof = Json.object()
                    .put("rows", rows.count())
                    .put("largestDifference", difference)
                    .put("tolerance", PROOF_TOLERANCE)
                    .put("proved", proved);
            proof.put("needsLayers", model.needsLayers());
            model.downloadNotes().forEach(proof.putArray("notes")::add);
            golden(proof, model, rows);
            weights(proof, model, model.network());
            owned.end(
                    state,
                    Optional.of(evaluation),
                    Optional.of(Json.write(proof)),
                    proved ? Optional.of(out -> Files.copy(file, out)) : Optional.empty());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Predictions for the first rows of the test part, for whoever opens the file elsewhere. */
    private static void golden(ObjectNode proof, TrainedModel model, Samples rows) {
        int count = Math.min(GOLDEN_ROWS, rows.count());
        float[] predicted = model.predict(rows.features(), rows.count(), rows.lengths());
        ArrayNode golden = proof.putArray("predictions");
        for (int row = 0; row < count; row++) {
            ArrayNode outputs = golden.addArray();
            for (int unit = 0; unit < model.predictedSize(); unit++) {
                outputs.add(predicted[row * model.predictedSize() + unit]);
            }
        }
    }

    /** The trained weights of a network that is small enough to be checked by hand. */
    private static void weights(ObjectNode proof, TrainedModel model, Network network) {
        if (network.parameters() > MOST_WEIGHTS_SHOWN) {
            return;
        }
        ArrayNode layers = proof.putArray("weights");
        for (Network.Node node : network.nodes()) {
            for (Op op : node.ops()) {
                if (op instanceof Op.Linear linear) {
                    ObjectNode layer = layers.addObject().put("layer", node.name());
                    ArrayNode rows = layer.putArray("weights");
                    float[] weights = model.weights(node.name());
                    for (int input = 0; input < linear.inputs(); input++) {
                        ArrayNode row = rows.addArray();
                        for (int unit = 0; unit < linear.units(); unit++) {
                            row.add(weights[(int) (input * linear.units() + unit)]);
                        }
                    }
                    ArrayNode biases = layer.putArray("biases");
                    for (float bias : model.biases(node.name())) {
                        biases.add(bias);
                    }
                }
            }
        }
    }

    static Samples firstRows(Samples samples) {
        int count = Math.min(PROOF_ROWS, samples.count());
        int width = Math.toIntExact(samples.input().size());
        return new Samples(
                samples.input(),
                count,
                Arrays.copyOf(samples.features(), count * width),
                Arrays.copyOf(samples.targets(), count * samples.targetSize()),
                samples.targetSize(),
                Arrays.copyOf(samples.lengths(), Math.min(count, samples.lengths().length)));
    }
}
