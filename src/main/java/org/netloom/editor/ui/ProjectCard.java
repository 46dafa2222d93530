package org.netloom.editor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.netloom.editor.Project;
import org.netloom.layers.LayerCatalog;
import org.netloom.training.Run;
import org.netloom.training.RunState;
import org.netloom.training.ui.Ago;
import org.netloom.training.ui.Figures;
import org.netloom.training.ui.NetworkPicture;
import org.netloom.training.ui.Sparkline;
import org.netloom.training.ui.StateBadge;

/** A project at a glance: its network, how its last training goes or went, and who touched it. */
final class ProjectCard extends Article {

    interface Gestures extends Serializable {
        void rename(Project project, String name);

        boolean mayMove(Project project);

        void move(Project project, MoveDialog.Kind kind);

        void archive(Project project);

        void delete(Project project);
    }

    private final transient Project project;
    private final transient Optional<Look> latest;
    private final Div title = new Div();
    private boolean renaming;

    /** What of a run a card shows; a step of progress that shows nowhere is no reason to draw again. */
    private record Look(RunState.Kind state, String loss, long percent) {
        static Look of(Run run) {
            long iterations = Math.max(1, run.progress().iterations());
            return new Look(
                    run.state().kind(),
                    run.outcome().trainLoss().map(Figures::loss).orElse(""),
                    run.progress().iteration() * 100 / iterations);
        }
    }

    ProjectCard(
            Project project,
            Optional<Run> run,
            List<Double> losses,
            LayerCatalog layers,
            Optional<? extends Gestures> gestures) {
        this.project = project;
        this.latest = run.map(Look::of);
        addClassName("netloom-card");
        title.addClassName("netloom-card-title");
        showName();
        Div head = new Div(title);
        head.addClassName("netloom-card-head");
        gestures.ifPresent(can -> head.add(menu(can)));
        add(
                picture(layers),
                head,
                run.<Component>map(found -> run(found, losses)).orElseGet(this::untrained),
                touched());
    }

    boolean shows(Project other, Optional<Run> run) {
        return renaming || project.equals(other) && latest.equals(run.map(Look::of));
    }

    private void showName() {
        renaming = false;
        Anchor link = new Anchor("projects/" + project.id(), project.name());
        title.removeAll();
        title.add(new H2(link));
    }

    private Component picture(LayerCatalog layers) {
        Div frame = new Div();
        frame.addClassName("netloom-card-picture");
        int count = project.design().layers().size();
        frame.add(
                count == 0
                        ? new Span(getTranslation("home.card.blank"))
                        : new Svg(NetworkPicture.svg(
                                project.design(), layers, getTranslation("home.card.picture", count))));
        return frame;
    }

    private Div run(Run run, List<Double> losses) {
        Div state = new Div(new StateBadge(run.state().kind()), loss(run));
        state.addClassName("netloom-card-state");
        Div line = new Div(state);
        if (losses.stream().filter(Double::isFinite).count() > 1) {
            line.add(new Svg(Sparkline.svg(losses, getTranslation("home.card.curve", run.name()))));
        }
        line.addClassName("netloom-card-run");
        return line;
    }

    private Span loss(Run run) {
        Span loss = new Span();
        loss.addClassNames("netloom-card-loss", "netloom-figures");
        run.outcome().trainLoss().ifPresent(value -> {
            loss.setText(getTranslation("home.card.loss", Figures.loss(value)));
            loss.setTitle(Figures.exact(value));
        });
        return loss;
    }

    private Div untrained() {
        Div line = new Div(new Span(getTranslation("home.card.untrained")));
        line.addClassNames("netloom-card-run", "netloom-soft");
        return line;
    }

    private Div touched() {
        Div line = new Div(new Ago(project.touchedAt()));
        project.touchedBy().ifPresent(name -> line.addComponentAsFirst(new Span(name)));
        line.addClassName("netloom-card-touched");
        return line;
    }

    private Button menu(Gestures can) {
        Button more = new Button(new Icon("vaadin:ellipsis-dots-h"));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.addClassName("netloom-card-more");
        more.setAriaLabel(getTranslation("home.card.more", project.name()));
        ContextMenu menu = new ContextMenu(more);
        menu.setOpenOnClick(true);
        menu.addItem(getTranslation("home.rename"), click -> rename(can));
        menu.addItem(getTranslation("home.copy"), click -> can.move(project, MoveDialog.Kind.COPY));
        if (can.mayMove(project)) {
            menu.addItem(getTranslation("home.move"), click -> can.move(project, MoveDialog.Kind.MOVE));
        }
        menu.addItem(getTranslation("home.archive"), click -> can.archive(project));
        menu.addItem(getTranslation("home.delete"), click -> can.delete(project));
        return more;
    }

    private void rename(Gestures can) {
        renaming = true;
        TextField name = new TextField();
        name.setAriaLabel(getTranslation("home.rename.label"));
        name.setValue(project.name());
        name.setMaxLength(100);
        name.setWidthFull();
        name.setAutoselect(true);
        title.removeAll();
        title.add(name);
        name.addKeyDownListener(Key.ESCAPE, escape -> showName());
        name.addBlurListener(left -> {
            boolean changed = name.isAttached() && !name.getValue().equals(project.name());
            showName();
            if (changed) {
                can.rename(project, name.getValue());
            }
        });
        name.addKeyDownListener(Key.ENTER, enter -> name.blur());
        name.focus();
    }
}
