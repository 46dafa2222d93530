package org.netloom.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Design;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Value;
import org.netloom.editor.store.ProjectStore;
import org.netloom.templates.Template;
import org.netloom.templates.Templates;
import org.netloom.training.Check;
import org.netloom.training.DesignLimits;
import org.netloom.training.PlanForm;
import org.netloom.training.PreRunCheck;
import org.netloom.training.Runs;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Chronicle;
import org.netloom.workspace.Deed;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Person;
import org.netloom.workspace.Place;
import org.netloom.workspace.Quotas;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Making, finding and changing projects as a whole. */
@Service
public class Projects {

    private final Access access;
    private final ProjectStore store;
    private final PreRunCheck check;
    private final Runs runs;
    private final Editing editing;
    private final DesignNews news;
    private final Quotas quotas;
    private final DesignLimits limits;
    private final Chronicle chronicle;

    Projects(
            Access access,
            ProjectStore store,
            PreRunCheck check,
            Runs runs,
            Editing editing,
            DesignNews news,
            Quotas quotas,
            DesignLimits limits,
            Chronicle chronicle) {
        this.access = access;
        this.store = store;
        this.check = check;
        this.runs = runs;
        this.editing = editing;
        this.news = news;
        this.quotas = quotas;
        this.limits = limits;
        this.chronicle = chronicle;
    }

    @Needs(Action.SEE)
    public List<Project> list(UUID workspace) {
        access.check(workspace, Action.SEE);
        return store.ofWorkspace(workspace);
    }

    /** A new project, blank or from a template. An empty name becomes the template's. */
    @Needs(Action.EDIT)
    @Transactional
    public Result<Project> create(UUID workspace, String name, String template) {
        Person person = access.require(workspace, Action.EDIT);
        if (template.isBlank()) {
            return create(workspace, person, name.isBlank() ? "Untitled" : name, null, Design.EMPTY, Map.of());
        }
        return Templates.find(template)
                .map(found -> create(
                        workspace, person, name.isBlank() ? found.title() : name, found, found.design(), found.plan()))
                .orElseGet(() -> Result.refused(Problem.error(
                        "unknown-template",
                        "There is no template “" + template + "”.",
                        "The templates are "
                                + String.join(
                                        ", ",
                                        Templates.all().stream()
                                                .map(Template::id)
                                                .toList()) + ".",
                        "Choose one of them, or leave it out for a blank project.")));
    }

    private Result<Project> create(
            UUID workspace,
            Person person,
            String name,
            @org.jspecify.annotations.Nullable Template template,
            Design design,
            Map<String, Value> plan) {
        return ProjectName.sound(name).then(sound -> {
            Optional<Problem> full = quotas.roomForProject(workspace).or(() -> limits.refusal(workspace, design));
            if (full.isPresent()) {
                return Result.refused(full.get());
            }
            UUID id = UUID.randomUUID();
            store.insert(id, workspace, sound, template == null ? null : template.id(), design, plan, person.account());
            chronicle.note(Deed.PROJECT_MADE, person, Place.project(workspace, id), id, sound, "");
            return Result.ok(get(id));
        });
    }

    @Needs(Action.SEE)
    public Project get(UUID id) {
        Project project = store.find(id).orElseThrow(AccessRefused::otherWorkspace);
        access.check(Place.project(project.workspace(), id), Action.SEE);
        return project;
    }

    @Needs(Action.EDIT)
    @Transactional
    public Result<Project> rename(UUID id, String name) {
        Person person = editor(id);
        return ProjectName.sound(name).map(sound -> {
            Project before = get(id);
            if (!before.name().equals(sound)) {
                store.rename(id, sound, person.account());
                news.tell(id);
                Place place = Place.project(before.workspace(), id);
                chronicle.note(Deed.PROJECT_RENAMED, person, place, id, sound, "was " + before.name());
            }
            return get(id);
        });
    }

    /**
     * Replaces the whole design.
     *
     * @param base the revision that the new design was made from; another one is refused as stale
     */
    @Needs(Action.EDIT)
    @Transactional
    public Result<Project> replaceDesign(UUID id, Design design, long base) {
        Person person = editor(id);
        return editing.replace(id, design, base).map(revision -> {
            Project saved = get(id);
            Place place = Place.project(saved.workspace(), id);
            chronicle.note(Deed.DESIGN_REPLACED, person, place, id, saved.name(), "revision " + revision);
            return saved;
        });
    }

    /** Replaces the plan's settings; refused where one is unknown or out of its range. */
    @Needs(Action.EDIT)
    @Transactional
    public Result<Project> replacePlan(UUID id, Map<String, Value> plan) {
        Person person = editor(id);
        List<Problem> problems = PlanForm.settings(plan).problems();
        if (!problems.isEmpty()) {
            return Result.refused(problems);
        }
        store.savePlan(id, plan, person.account());
        news.tell(id);
        return Result.ok(get(id));
    }

    /** Changes one setting of the plan; {@code null} takes it back to its default. */
    @Needs(Action.EDIT)
    @Transactional
    public Result<Project> changePlan(UUID id, String setting, @org.jspecify.annotations.Nullable Value value) {
        editor(id);
        Project now = store.findForUpdate(id).orElseThrow(AccessRefused::otherWorkspace);
        Map<String, Value> changed = new java.util.LinkedHashMap<>(now.plan());
        if (value == null) {
            changed.remove(setting);
        } else {
            changed.put(setting, value);
        }
        return replacePlan(id, changed);
    }

    @Needs(Action.SEE)
    public Check check(UUID id) {
        Project project = get(id);
        return check.check(project.design(), project.plan());
    }

    /** Queues a run of the project as it is now, with some plan settings changed for this run only. */
    @Needs(Action.TRAIN)
    @Transactional
    public Result<UUID> train(UUID id, Map<String, Value> changes, String name) {
        access.check(store.placeOf(id).orElseThrow(AccessRefused::otherWorkspace), Action.TRAIN);
        Project project = get(id);
        Map<String, Value> plan = new java.util.LinkedHashMap<>(project.plan());
        plan.putAll(changes);
        return runs.queue(new Runs.Request(project.workspace(), id, project.design(), project.revision(), plan, name));
    }

    private Person editor(UUID id) {
        return access.require(store.placeOf(id).orElseThrow(AccessRefused::otherWorkspace), Action.EDIT);
    }

    static Problem stale(long base, long now) {
        return Problem.error(
                "stale-revision",
                "The change was made to revision " + base + ", but the design is at revision " + now + ".",
                "A change is made to the newest revision.",
                "Load the design again and repeat the change.");
    }
}
