package org.netloom.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netloom.training.RunState.Kind;

class RunTransitionsTest {

    private static final Map<Kind, Set<Kind>> EXPECTED = Map.of(
            Kind.QUEUED, Set.of(Kind.PREPARING, Kind.STOPPED, Kind.FAILED),
            Kind.PREPARING,
                    Set.of(
                            Kind.PREPARING,
                            Kind.RUNNING,
                            Kind.PAUSING,
                            Kind.STOPPING,
                            Kind.PAUSED,
                            Kind.STOPPED,
                            Kind.FAILED,
                            Kind.LOST),
            Kind.RUNNING,
                    Set.of(
                            Kind.PREPARING,
                            Kind.PAUSING,
                            Kind.STOPPING,
                            Kind.FINISHED,
                            Kind.PAUSED,
                            Kind.STOPPED,
                            Kind.FAILED,
                            Kind.LOST),
            Kind.PAUSING,
                    Set.of(
                            Kind.PREPARING,
                            Kind.PAUSED,
                            Kind.STOPPING,
                            Kind.FINISHED,
                            Kind.STOPPED,
                            Kind.FAILED,
                            Kind.LOST),
            Kind.STOPPING, Set.of(Kind.PREPARING, Kind.STOPPED, Kind.FINISHED, Kind.FAILED, Kind.LOST),
            Kind.PAUSED, Set.of(Kind.QUEUED, Kind.STOPPED),
            Kind.LOST, Set.of(Kind.PREPARING, Kind.RUNNING, Kind.STOPPING, Kind.PAUSING, Kind.STOPPED, Kind.FAILED),
            Kind.FINISHED, Set.of(),
            Kind.STOPPED, Set.of(),
            Kind.FAILED, Set.of());

    @Test
    void everyPairOfStatesIsDecided() {
        for (Kind from : Kind.values()) {
            for (Kind to : Kind.values()) {
                assertThat(RunTransitions.isAllowed(from, to))
                        .as("%s → %s", from, to)
                        .isEqualTo(EXPECTED.get(from).contains(to));
            }
        }
    }

    @Test
    void everyRunCanComeToAnEnd() {
        for (Kind from : Kind.values()) {
            Set<Kind> reached = EnumSet.of(from);
            Deque<Kind> open = new ArrayDeque<>(reached);
            while (!open.isEmpty()) {
                EXPECTED.get(open.poll()).stream().filter(reached::add).forEach(open::add);
            }
            assertThat(reached).as("from %s", from).anyMatch(Kind::isFinal);
        }
    }

    @Test
    void nothingFollowsAnEnd() {
        for (Kind from : Kind.values()) {
            assertThat(EXPECTED.get(from).isEmpty()).isEqualTo(from.isFinal());
        }
    }
}
