package org.netloom.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.UUID;
import java.util.function.Function;
import org.netloom.design.Result;
import org.netloom.training.Run;
import org.netloom.training.RunState;
import org.netloom.training.Runs;
import org.netloom.workspace.ui.Notices;

/** What can be done with a run in the state it is in, by a person of that role. */
final class RunControls extends Div {

    private final transient Runs runs;
    private final SerializableConsumer<Run> changed;

    RunControls(Runs runs, SerializableConsumer<Run> changed) {
        this.runs = runs;
        this.changed = changed;
        addClassName("netloom-run-controls");
    }

    void show(Run run, boolean mayTrain) {
        removeAll();
        if (!mayTrain) {
            return;
        }
        RunState.Kind kind = run.state().kind();
        UUID id = run.id();
        switch (kind) {
            case PREPARING, RUNNING, LOST -> add(pause(id), stop(id));
            case QUEUED, PAUSING -> add(stop(id));
            case PAUSED -> add(resume(id), stop(id));
            case STOPPING -> {}
            case FINISHED, STOPPED, FAILED -> add(again(id));
        }
    }

    private Button pause(UUID id) {
        return button("run.pause", "vaadin:pause", () -> change(runs::pause, id));
    }

    private Button resume(UUID id) {
        Button resume = button("run.resume", "vaadin:play", () -> change(runs::resume, id));
        resume.addThemeVariants(ButtonVariant.PRIMARY);
        return resume;
    }

    private Button stop(UUID id) {
        return button("run.stop", "vaadin:stop", () -> change(runs::stop, id));
    }

    private Button again(UUID id) {
        Button again = button("run.again", "vaadin:refresh", () -> {
            switch (runs.again(id)) {
                case Result.Ok<UUID>(UUID next) -> getUI().ifPresent(page -> page.navigate("runs/" + next));
                case Result.Refused<UUID> refused -> Notices.refused(refused.problems());
            }
        });
        again.setTooltipText(getTranslation("run.again.help"));
        return again;
    }

    private void change(Function<UUID, Result<Run>> gesture, UUID id) {
        switch (gesture.apply(id)) {
            case Result.Ok<Run>(Run run) -> changed.accept(run);
            case Result.Refused<Run> refused -> {
                Notices.refused(refused.problems());
                changed.accept(runs.get(id));
            }
        }
    }

    private Button button(String word, String sign, com.vaadin.flow.server.Command gesture) {
        Icon icon = new Icon(sign);
        icon.getElement().setAttribute("aria-hidden", "true");
        Button button = new Button(getTranslation(word), icon, click -> gesture.execute());
        button.setDisableOnClick(false);
        return button;
    }
}
