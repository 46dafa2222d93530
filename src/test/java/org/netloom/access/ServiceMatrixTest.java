package org.netloom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.netloom.design.Result;
import org.netloom.sharing.Subject;
import org.netloom.workspace.AccessRefused;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls every service method as everybody who may ask, with the ids of their workspace and with those of another. */
class ServiceMatrixTest {

    private final MatrixServer server = MatrixServer.shared();
    private final World ours = World.ours(server);
    private final World theirs = World.theirs(server);
    private final World archived = World.archived(server);
    private final Footprint footprint = new Footprint(server.jdbc());
    private final TransactionTemplate transactions =
            new TransactionTemplate(server.bean(PlatformTransactionManager.class));
    private final String[] theirIds =
            theirs.ids().values().stream().map(String::valueOf).toArray(String[]::new);
    private final Map<String, String> before = footprint.take();
    private final Map<String, String> beforeTheirs = footprint.take(theirIds);
    private int calls;

    /** How a call ended; nothing of it is kept. */
    private record End(@Nullable Object answer, @Nullable Throwable mishap, String changed, boolean touchedTheirs) {
        boolean hasChanged() {
            return !changed.isEmpty();
        }
    }

    @Test
    void everyMethodLetsInWhomItSaysAndNobodyElse() {
        List<String> wrong = new ArrayList<>();
        List<ServiceDoors.Door> doors = ServiceDoors.all(server.context).stream()
                .filter(door -> !(door.guard() instanceof Guard.Missing))
                .toList();
        for (ServiceDoors.Door door : doors) {
            try {
                for (Subject.Kind kind : Arguments.kinds(door.method())) {
                    for (Asker asker : Asker.values()) {
                        check(door, asker, kind, wrong);
                    }
                    mix(door, kind, wrong);
                }
            } catch (Arguments.CannotMake e) {
                wrong.add(door + ": " + e.getMessage());
            }
        }
        assertThat(wrong).filteredOn(each -> !each.startsWith("Planted")).isEmpty();
        assertThat(wrong)
                .filteredOn(each -> each.startsWith("Planted"))
                .map(each -> each.replaceAll("\\(.*", ""))
                .contains(
                        "PlantedService.forgets",
                        "PlantedService.asksTooLate",
                        "PlantedService.believes",
                        "PlantedService.strange");
        assertThat(Footprint.difference(before, footprint.take())).isEmpty();
        MatrixReport.tried("service methods", doors.size(), calls);
    }

    private void check(ServiceDoors.Door door, Asker asker, Subject.Kind kind, List<String> wrong) {
        World asked = asker == Asker.OF_ARCHIVED ? archived : ours;
        End end = call(door, asker, Arguments.of(door.type(), door.method(), asked, kind, position -> asked));
        String problem = switch (Particular.answer(door.name(), door.guard(), asker)) {
            case Asker.Answer.Allowed allowed -> end.mishap() == null ? "" : "is refused: " + end.mishap();
            case Asker.Answer.UnchangedAnyhow unchanged -> end.hasChanged() ? "may change " + end.changed() : "";
            case Asker.Answer.Refused refused ->
                !(end.mishap() instanceof AccessRefused found)
                        ? "is let in: " + end.mishap()
                        : found.reason() != refused.reason()
                                ? "is refused as " + found.reason() + ", not as " + refused.reason()
                                : end.hasChanged() ? "is refused after it changed " + end.changed() : "";
        };
        if (problem.isEmpty() && asker == Asker.READING_TOKEN && end.hasChanged()) {
            problem = "may change " + end.changed();
        }
        if (!problem.isEmpty()) {
            wrong.add(door + " " + door.guard() + ": " + asker + " " + problem);
        }
    }

    /** An owner mixes ids of another workspace in: nothing of that is told, and nothing there changes. */
    private void mix(ServiceDoors.Door door, Subject.Kind kind, List<String> wrong) {
        int ids = Arguments.of(door.type(), door.method(), ours, kind, position -> ours)
                .ids();
        for (int mixed = 0; mixed < ids; mixed++) {
            int foreign = mixed;
            End end = call(
                    door,
                    Asker.OWNER,
                    Arguments.of(
                            door.type(), door.method(), ours, kind, position -> position == foreign ? theirs : ours));
            String answer = String.valueOf(end.answer());
            if (end.mishap() != null && !(end.mishap() instanceof AccessRefused)) {
                wrong.add(door + ": stumbles over id " + foreign + " of another workspace: " + end.mishap());
            }
            if (end.touchedTheirs()) {
                wrong.add(door + ": changes another workspace through id " + foreign);
            }
            if (theirs.isIn(answer)) {
                wrong.add(door + ": tells of another workspace through id " + foreign);
            }
        }
    }

    private End call(ServiceDoors.Door door, Asker asker, Arguments.Made arguments) {
        calls++;
        return transactions.execute(status -> {
            status.setRollbackOnly();
            Object answer = null;
            Throwable mishap = null;
            try {
                answer = server.cast.as(asker, () -> invoke(door, arguments));
            } catch (Mishap e) {
                mishap = e.getCause();
            }
            if (footprint.isUntouched()) {
                return new End(answer, mishap, "", false);
            }
            return new End(
                    answer,
                    mishap,
                    Footprint.difference(before, footprint.take()),
                    !footprint.take(theirIds).equals(beforeTheirs));
        });
    }

    private static @Nullable Object invoke(ServiceDoors.Door door, Arguments.Made arguments) {
        try {
            Object answer = door.method().invoke(door.bean(), arguments.values());
            return answer instanceof Result.Ok<?>(Object value) ? value : answer;
        } catch (InvocationTargetException e) {
            throw new Mishap(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Carries what a method threw. */
    private static final class Mishap extends RuntimeException {
        Mishap(Throwable cause) {
            super(cause);
        }
    }
}
