package org.netloom.editor;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Footprint;
import org.netloom.design.Moves;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.editor.store.EditStore;
import org.netloom.workspace.Person;

/** Decides whether something can be taken back without harm to what was done since. */
final class Undoing {

    private final EditStore log;
    private final Project now;
    private final Person person;

    Undoing(EditStore log, Project now, Person person) {
        this.log = log;
        this.now = now;
        this.person = person;
    }

    /** The edit that takes it back; cards that were moved since stay where they were put. */
    Result<Edit> edit(EditStore.Open open) {
        Set<String> since = log.touched(now.id(), open.revision(), open.claims());
        Set<String> rest = new HashSet<>(open.claims());
        rest.removeAll(since);
        boolean onlyMoved = since.stream().allMatch(mark -> mark.endsWith("/:place"));
        return onlyMoved && rest.stream().anyMatch(mark -> !mark.endsWith("!"))
                ? harmless(open, Moves.without(open.inverse(), since::contains), rest)
                : harmless(open, open.inverse(), open.claims());
    }

    private Result<Edit> harmless(EditStore.Open open, Edit edit, Set<String> claims) {
        Result<Design> changed = edit.applyTo(now.design());
        Set<String> all = new HashSet<>(claims);
        if (changed instanceof Result.Ok<Design>(Design after)) {
            all.addAll(Footprint.of(now.design(), after).claims());
        }
        Optional<EditStore.Obstacle> obstacle = log.obstacle(now.id(), open.revision(), all);
        return obstacle.isPresent() ? Result.refused(problem(obstacle.get(), all)) : changed.map(design -> edit);
    }

    private Problem problem(EditStore.Obstacle obstacle, Set<String> claims) {
        Set<String> common = new TreeSet<>(claims);
        common.retainAll(obstacle.touched());
        boolean own = person.account().equals(obstacle.account());
        String who = own ? "you" : obstacle.name().isEmpty() ? "someone who is gone" : obstacle.name();
        return Problem.error(
                "undo-conflict",
                "This cannot be taken back: " + who + " changed " + FootprintWords.of(common, now.design()) + " since.",
                "Undo takes back your own work only, and never what was done on top of it.",
                own ? "Change it by hand." : "Change it by hand if it should go nevertheless, or ask " + who + ".");
    }
}
