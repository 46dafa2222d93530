package org.netloom.editor.ui;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.netloom.editor.Project;
import org.netloom.layers.LayerCatalog;
import org.netloom.training.Run;
import org.netloom.training.RunOverview;

/** A card for each project; a card in which nothing changed stays as it is. */
final class ProjectCards extends Div {

    private final transient RunOverview overview;
    private final transient LayerCatalog layers;
    private final CardDesk desk;
    private Map<UUID, ProjectCard> shown = new LinkedHashMap<>();

    ProjectCards(RunOverview overview, LayerCatalog layers, CardDesk desk) {
        this.overview = overview;
        this.layers = layers;
        this.desk = desk;
        addClassName("netloom-cards");
    }

    /** Forgets all cards, so that they are built anew. */
    void clear() {
        removeAll();
        shown = new LinkedHashMap<>();
    }

    void show(List<Project> projects, UUID workspace, boolean editable) {
        Map<UUID, Run> latest = overview.latest(workspace);
        Map<UUID, ProjectCard> next = new LinkedHashMap<>();
        projects.forEach(project ->
                next.put(project.id(), card(project, Optional.ofNullable(latest.get(project.id())), editable)));
        if (!List.copyOf(next.values()).equals(List.copyOf(shown.values()))) {
            arrange(next);
        }
        shown = next;
        setVisible(!projects.isEmpty());
    }

    private ProjectCard card(Project project, Optional<Run> latest, boolean editable) {
        ProjectCard before = shown.get(project.id());
        return before != null && before.shows(project, latest)
                ? before
                : new ProjectCard(
                        project,
                        latest,
                        latest.map(overview::lossCurve).orElse(List.of()),
                        layers,
                        editable ? Optional.of(desk) : Optional.empty());
    }

    private void arrange(Map<UUID, ProjectCard> next) {
        shown.values().stream().filter(card -> !next.containsValue(card)).forEach(this::remove);
        int place = 0;
        for (ProjectCard card : next.values()) {
            if (getComponentCount() <= place || getComponentAt(place) != card) {
                addComponentAtIndex(place, card);
            }
            place++;
        }
    }
}
