package org.netloom.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.netloom.design.Value;
import org.netloom.format.DesignJson;
import org.netloom.format.Json;
import org.netloom.format.ValuesJson;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;
import org.netloom.training.PlanForm;
import org.netloom.training.Run;
import org.netloom.training.Series;
import org.netloom.training.store.MetricStore;
import tools.jackson.databind.node.ObjectNode;

/** A zip with the model and all that is known of how it came to be. */
final class Bundle {

    static final String MODEL = "model.zip";

    private static final int POINTS_AT_ONCE = 5000;

    private final Run run;
    private final MetricStore metrics;
    private final Map<String, Download.Content> files;

    /** @param files the model and what lies beside it, by name */
    Bundle(Run run, MetricStore metrics, Map<String, Download.Content> files) {
        this.run = run;
        this.metrics = metrics;
        this.files = files;
    }

    void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        text(zip, "README.txt", readme());
        text(zip, "design.json", Json.pretty(DesignJson.write(run.snapshot().design())));
        text(zip, "plan.json", Json.pretty(plan()));
        text(zip, "provenance.json", Json.pretty(provenance()));
        entry(zip, "metrics.csv");
        metrics(zip);
        zip.closeEntry();
        for (Map.Entry<String, Download.Content> file : files.entrySet()) {
            entry(zip, file.getKey());
            file.getValue().writeTo(zip);
            zip.closeEntry();
        }
        if (needsLayers()) {
            entry(zip, LayersJar.NAME);
            LayersJar.writeTo(zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        entry(zip, name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }

    /** All settings of the plan, those never set with their defaults. */
    private ObjectNode plan() {
        Settings settings = PlanForm.settings(run.snapshot().plan());
        Map<String, Value> all = new java.util.LinkedHashMap<>();
        for (Parameter parameter : PlanForm.parameters()) {
            settings.value(parameter.name()).ifPresent(value -> all.put(parameter.name(), value));
        }
        return ValuesJson.write(all);
    }

    private ObjectNode provenance() {
        Run.Snapshot snapshot = run.snapshot();
        ObjectNode object = Json.object();
        object.put("run", run.id().toString());
        object.put("name", run.name());
        object.put("project", run.project().toString());
        object.put("state", run.state().kind().id());
        object.put("netloom", snapshot.version());
        object.put("designRevision", snapshot.designRevision());
        object.put("seed", snapshot.seed());
        object.put("datasetFingerprint", run.outcome().datasetFingerprint().orElse(null));
        object.put("queuedAt", snapshot.queuedAt().toString());
        object.put("queuedBy", snapshot.queuedBy().orElse(null));
        object.put("startedAt", run.progress().startedAt().map(Object::toString).orElse(null));
        object.put("endedAt", run.progress().endedAt().map(Object::toString).orElse(null));
        object.put("iterations", run.progress().iteration());
        object.put("trainingSeconds", run.progress().trainingSeconds());
        run.outcome().engine().ifPresent(engine -> object.set("engine", Json.parseOwn(engine)));
        run.outcome().evaluation().ifPresent(found -> object.set("evaluation", Json.parseOwn(found)));
        run.outcome().proof().ifPresent(proof -> object.set("proof", Json.parseOwn(proof)));
        return object;
    }

    private void metrics(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write("sequence,series,iteration,epoch,value\n");
        long sequence = 0;
        List<MetricStore.Point> points;
        do {
            points = metrics.after(run.id(), sequence, POINTS_AT_ONCE);
            for (MetricStore.Point point : points) {
                writer.write(row(point));
                sequence = point.sequence();
            }
        } while (points.size() == POINTS_AT_ONCE);
        writer.flush();
    }

    private static String row(MetricStore.Point point) {
        String series =
                point.isRestart() ? "restart" : Series.byCode(point.series()).id();
        String value = point.isRestart() ? "" : String.valueOf(point.value());
        return point.sequence() + "," + series + "," + point.iteration() + "," + point.epoch() + "," + value + "\n";
    }

    /** Whether the model holds layers that Deeplearning4j does not know. */
    private boolean needsLayers() {
        return run.outcome()
                .proof()
                .map(Json::parseOwn)
                .map(proof -> proof.path("needsLayers").asBoolean(false))
                .orElse(false);
    }

    private String readme() {
        String layers = needsLayers() ? """

                                 It holds layers that Deeplearning4j lacks; put netloom-layers.jar on the class path,
                                 and it opens in the same way.""" : "";
        String rival = files.size() > 1 ? """
                discriminator.zip
                                 the network that the generator in model.zip learnt against; opens in the same way
                """ : "";
        return """
                %s, trained with Netloom %s

                model.zip        the trained network; open it with Deeplearning4j 1.0.0-M2.1:
                                 ComputationGraph network = ModelSerializer.restoreComputationGraph(new File("model.zip"));%s
                %sdesign.json      the design it was made of
                plan.json        all settings of its training
                metrics.csv      its curves, one row a point; "restart" marks where training went on from a checkpoint
                provenance.json  versions, seed, fingerprint of the data, evaluation on the test part

                The same design, plan, seed and data give the same network again. Inputs are expected as the plan's
                normalisation leaves them.
                """.formatted(run.name(), run.snapshot().version(), layers, rival);
    }
}
