package org.netloom.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.training.Run;
import org.netloom.training.Runs;
import org.netloom.training.store.Blobs;
import org.netloom.training.store.MetricStore;
import org.netloom.training.store.SampleStore;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Chronicle;
import org.netloom.workspace.Deed;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Place;
import org.springframework.stereotype.Service;

/** Hands out trained networks as files. */
@Service
public class Exports {

    private final Access access;
    private final Runs runs;
    private final Blobs blobs;
    private final MetricStore metrics;
    private final SampleStore samples;
    private final Chronicle chronicle;

    Exports(Access access, Runs runs, Blobs blobs, MetricStore metrics, SampleStore samples, Chronicle chronicle) {
        this.access = access;
        this.runs = runs;
        this.blobs = blobs;
        this.metrics = metrics;
        this.samples = samples;
        this.chronicle = chronicle;
    }

    /** The file, or why there is none; it is read while it is written, never held in memory as a whole. */
    @Needs(Action.DOWNLOAD)
    public Result<Download> export(UUID id, Format format) {
        Run run = runs.get(id);
        access.check(Place.run(run.workspace(), run.project(), id), Action.DOWNLOAD);
        Optional<UUID> model = run.outcome().model();
        if (model.isEmpty()) {
            return Result.refused(noModel(run));
        }
        String name = fileName(run);
        note(run, format);
        return Result.ok(
                switch (format) {
                    case DL4J ->
                        new Download(
                                name + ".zip", OptionalLong.of(blobs.size(model.get())), out -> copy(model.get(), out));
                    case BUNDLE ->
                        new Download(
                                name + "-bundle.zip",
                                OptionalLong.empty(),
                                out -> new Bundle(run, metrics, files(id, model.get())).writeTo(out));
                });
    }

    /** Who took it home; visitors with a link have no name. */
    private void note(Run run, Format format) {
        access.current()
                .ifPresent(person -> chronicle.note(
                        Deed.MODEL_DOWNLOADED,
                        person,
                        Place.run(run.workspace(), run.project(), run.id()),
                        run.id(),
                        run.name(),
                        format.id()));
    }

    /** The model and what lies beside it, by name. */
    private Map<String, Download.Content> files(UUID run, UUID model) {
        Map<String, Download.Content> files = new LinkedHashMap<>();
        files.put(Bundle.MODEL, out -> copy(model, out));
        samples.files(run).forEach(file -> files.put(file.name(), out -> copy(file.blob(), out)));
        return files;
    }

    private void copy(UUID model, OutputStream out) throws IOException {
        try (InputStream in = blobs.read(model)) {
            in.transferTo(out);
        }
    }

    private static String fileName(Run run) {
        String plain = run.name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return "netloom-" + (plain.isEmpty() ? "run-" + run.number() : plain);
    }

    private static Problem noModel(Run run) {
        String state = run.state().kind().id();
        return Problem.error(
                "no-model",
                run.name() + " has no model to download; it is " + state + ".",
                "A model is there once a run has finished, or was stopped after it had begun to train.",
                run.state().kind().isFinal() ? "Start another run." : "Wait until it is finished, or stop it.");
    }
}
