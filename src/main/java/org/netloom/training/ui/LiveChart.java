package org.netloom.training.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netloom.training.Series;

/** Curves of one or several runs. The browser fetches and follows them by itself; nothing of it passes through the session. */
@Tag("netloom-live-chart")
@JsModule("./charts/live-chart.ts")
@NpmPackage(value = "echarts", version = "6.1.0")
public class LiveChart extends Component implements HasSize {

    /**
     * @param label tells runs apart where there are several
     * @param colour any CSS colour, {@code var(--netloom-hue-2)} too; empty takes the next hue
     */
    public record Curves(UUID id, String label, String colour) {}

    /** Which curves of the runs are drawn together. */
    public enum Group {
        LOSS("loss"),
        ACCURACY("accuracy"),
        /** Of a generator and a discriminator. */
        RIVALS("rivals"),
        /** What a discriminator takes for real. */
        FOOLED("fooled");

        private final String id;

        Group(String id) {
            this.id = id;
        }
    }

    /** What runs along the horizontal axis. */
    public enum Axis {
        ITERATION,
        EPOCH
    }

    private static final List<String> WORDS = List.of(
            "iteration",
            "epoch",
            "log",
            "smoothing",
            "reset",
            "resumed",
            "overfit",
            "member",
            "waiting",
            "summary",
            "reconnecting");

    private final Group group;
    private List<Curves> runs = List.of();
    private Axis axis = Axis.ITERATION;
    private boolean log;
    private double smoothing;

    public LiveChart(Group group) {
        this.group = group;
    }

    /** Takes the height it is given and leaves the switches out. */
    public void setCompact(boolean compact) {
        getElement().setAttribute("compact", compact);
    }

    public void setRun(UUID run) {
        setRuns(List.of(new Curves(run, "", "")));
    }

    public void setRuns(List<Curves> runs) {
        this.runs = List.copyOf(runs);
        configure();
    }

    public void setAxis(Axis axis) {
        this.axis = axis;
        view();
    }

    public void setLogarithmic(boolean log) {
        this.log = log;
        view();
    }

    /** @param factor of the exponential mean, 0 (as it is) to 0.99 */
    public void setSmoothing(double factor) {
        this.smoothing = factor;
        view();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        view();
        configure();
    }

    private void view() {
        if (isAttached()) {
            getElement().callJsFunction("view", axis == Axis.EPOCH ? "epoch" : "iteration", log, smoothing);
        }
    }

    private void configure() {
        if (isAttached()) {
            getElement()
                    .callJsFunction(
                            "configure",
                            runs.stream()
                                    .map(run -> Map.of(
                                            "id", run.id().toString(), "label", run.label(), "colour", run.colour()))
                                    .toList(),
                            group.id,
                            getTranslation("run.chart." + group.id),
                            words());
        }
    }

    private Map<String, Object> words() {
        Map<String, String> series = Arrays.stream(Series.values())
                .collect(Collectors.toMap(Series::id, which -> getTranslation("run.chart.series." + which.id())));
        return Stream.concat(
                        WORDS.stream().map(word -> Map.entry(word, (Object) pattern("run.chart." + word))),
                        Stream.of(Map.entry("series", (Object) series)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The text with its places kept for the browser to fill. */
    private String pattern(String key) {
        return getTranslation(key, "{0}", "{1}", "{2}");
    }
}
