package org.netloom.training.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netloom.training.RunState;

/** State, progress, speed and time left of a run, followed by the browser itself over the run's live frames. */
@Tag("netloom-run-progress")
@JsModule("./charts/run-progress.ts")
public class RunProgress extends Component implements HasSize {
    private @Nullable UUID run;

    public void setRun(UUID run) {
        this.run = run;
        configure();
    }

    /** Told at first and whenever the state becomes another, not with every step of progress. */
    public Registration onStateChange(SerializableConsumer<RunState.Kind> listener) {
        return getElement()
                .addEventListener(
                        "netloom-run-state-changed",
                        event -> kind(event.getEventData()
                                        .path("event.detail.state")
                                        .asString(""))
                                .ifPresent(listener))
                .addEventData("event.detail.state");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        configure();
    }

    private void configure() {
        UUID followed = run;
        if (followed == null || !isAttached()) {
            return;
        }
        Map<String, String> states = Arrays.stream(RunState.Kind.values())
                .collect(Collectors.toMap(RunState.Kind::id, kind -> getTranslation("run.progress." + kind.id())));
        getElement()
                .callJsFunction(
                        "configure",
                        followed.toString(),
                        Map.of(
                                "states", states,
                                "iteration", getTranslation("run.progress.iteration", "{0}", "{1}"),
                                "epoch", getTranslation("run.progress.epoch", "{0}", "{1}"),
                                "speed", getTranslation("run.progress.speed", "{0}"),
                                "left", getTranslation("run.progress.left", "{0}")));
    }

    private static Optional<RunState.Kind> kind(String id) {
        return Arrays.stream(RunState.Kind.values())
                .filter(kind -> kind.id().equals(id))
                .findFirst();
    }
}
