package org.netloom.training;

import static org.netloom.training.RunState.Kind.FAILED;
import static org.netloom.training.RunState.Kind.FINISHED;
import static org.netloom.training.RunState.Kind.LOST;
import static org.netloom.training.RunState.Kind.PAUSED;
import static org.netloom.training.RunState.Kind.PAUSING;
import static org.netloom.training.RunState.Kind.PREPARING;
import static org.netloom.training.RunState.Kind.QUEUED;
import static org.netloom.training.RunState.Kind.RUNNING;
import static org.netloom.training.RunState.Kind.STOPPED;
import static org.netloom.training.RunState.Kind.STOPPING;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one table of what may follow what. */
public final class RunTransitions {

    private static final Map<RunState.Kind, Set<RunState.Kind>> NEXT = new EnumMap<>(RunState.Kind.class);

    static {
        NEXT.put(QUEUED, EnumSet.of(PREPARING, STOPPED, FAILED));
        NEXT.put(PREPARING, EnumSet.of(PREPARING, RUNNING, PAUSING, STOPPING, PAUSED, STOPPED, FAILED, LOST));
        NEXT.put(RUNNING, EnumSet.of(PREPARING, PAUSING, STOPPING, FINISHED, PAUSED, STOPPED, FAILED, LOST));
        NEXT.put(PAUSING, EnumSet.of(PREPARING, PAUSED, STOPPING, FINISHED, STOPPED, FAILED, LOST));
        NEXT.put(STOPPING, EnumSet.of(PREPARING, STOPPED, FINISHED, FAILED, LOST));
        NEXT.put(PAUSED, EnumSet.of(QUEUED, STOPPED));
        NEXT.put(LOST, EnumSet.of(PREPARING, RUNNING, STOPPING, PAUSING, STOPPED, FAILED));
        NEXT.put(FINISHED, EnumSet.noneOf(RunState.Kind.class));
        NEXT.put(STOPPED, EnumSet.noneOf(RunState.Kind.class));
        NEXT.put(FAILED, EnumSet.noneOf(RunState.Kind.class));
    }

    private RunTransitions() {}

    public static boolean isAllowed(RunState.Kind from, RunState.Kind to) {
        return NEXT.getOrDefault(from, Set.of()).contains(to);
    }

    /** The states from which this one can be reached, as stored. */
    public static List<String> sourcesOf(RunState.Kind to) {
        return Arrays.stream(RunState.Kind.values())
                .filter(from -> isAllowed(from, to))
                .map(Enum::name)
                .toList();
    }
}
