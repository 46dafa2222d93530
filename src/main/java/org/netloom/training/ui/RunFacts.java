package org.netloom.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.netloom.format.Json;
import org.netloom.training.Overfit;
import org.netloom.training.Run;
import tools.jackson.databind.JsonNode;

/** Where a result comes from: everything that is needed to get it again. */
final class RunFacts extends Div {

    private static final int SHORT_FINGERPRINT = 16;

    RunFacts(Run run, String dataset, Optional<Overfit> overfit, Entry entry) {
        addClassName("netloom-columns");
        add(plan(run), provenance(run, dataset, overfit, entry));
    }

    private Div plan(Run run) {
        Div plan = new Div(new H3(getTranslation("run.plan")));
        FactList facts = new FactList();
        PlanDifferences.effective(run.snapshot().plan())
                .forEach(row -> facts.with(row.label(), row.values().get(0)));
        plan.add(facts);
        return plan;
    }

    private Div provenance(Run run, String dataset, Optional<Overfit> overfit, Entry entry) {
        Run.Snapshot snapshot = run.snapshot();
        FactList facts = new FactList()
                .with(getTranslation("run.fact.design"), design(run, entry))
                .with(getTranslation("run.fact.seed"), Long.toString(snapshot.seed()))
                .with(getTranslation("run.fact.dataset"), dataset);
        run.outcome()
                .datasetFingerprint()
                .ifPresent(print -> facts.with(getTranslation("run.fact.fingerprint"), fingerprint(print)));
        run.outcome().engine().map(Json::parseOwn).ifPresent(engine -> engine(facts, engine));
        facts.with(getTranslation("run.fact.version"), snapshot.version())
                .with(getTranslation("run.fact.queued"), queued(snapshot, entry));
        run.progress().startedAt().ifPresent(time -> facts.with(getTranslation("run.fact.started"), new Ago(time)));
        run.progress().endedAt().ifPresent(time -> facts.with(getTranslation("run.fact.ended"), new Ago(time)));
        facts.with(
                getTranslation("run.fact.duration"),
                Figures.duration(run.progress().trainingSeconds()));
        overfit.ifPresent(point -> facts.with(
                getTranslation("run.fact.overfit"),
                getTranslation(
                        "run.fact.overfit.text",
                        Figures.whole(point.epoch()),
                        Figures.loss(point.loss()),
                        Figures.whole(point.checksAfter()))));
        return new Div(new H3(getTranslation("run.provenance")), facts);
    }

    private Component design(Run run, Entry entry) {
        String revision =
                getTranslation("run.fact.revision", Figures.whole(run.snapshot().designRevision()));
        return entry.isVisitor() ? new Span(revision) : new Anchor("projects/" + run.project(), revision);
    }

    private static Component queued(Run.Snapshot snapshot, Entry entry) {
        if (entry.isVisitor()) {
            return new Ago(snapshot.queuedAt());
        }
        Span who = new Span(snapshot.queuedBy().map(name -> name + ", ").orElse(""));
        return new Span(who, new Ago(snapshot.queuedAt()));
    }

    private static Component fingerprint(String print) {
        Code code = new Code(print.substring(0, Math.min(SHORT_FINGERPRINT, print.length())) + "…");
        code.setTitle("SHA-256 " + print);
        return code;
    }

    private void engine(FactList facts, JsonNode engine) {
        facts.with(getTranslation("run.fact.engine"), text(engine, "engine"))
                .with(
                        getTranslation("run.fact.backend"),
                        joined(List.of(text(engine, "backend"), text(engine, "devices"))))
                .with(getTranslation("run.fact.java"), text(engine, "java"));
        String threads = StreamSupport.stream(
                        engine.path("threads").properties().spliterator(), false)
                .filter(entry -> !entry.getValue().isNull())
                .map(entry -> entry.getKey() + "=" + entry.getValue().asString(""))
                .collect(java.util.stream.Collectors.joining(", "));
        Optional.of(threads)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> facts.with(getTranslation("run.fact.threads"), text));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static String joined(List<String> parts) {
        return parts.stream().filter(part -> !part.isBlank()).collect(java.util.stream.Collectors.joining(" · "));
    }
}
