package org.netloom.workspace;

import org.jspecify.annotations.Nullable;

/**
 * What a workspace may use.
 *
 * @param waitingRuns runs that wait at once
 * @param bytes of trained models, checkpoints and other files
 * @param parameters of one design
 * @param layers of one design, those inside of blocks counted as often as they are used
 */
public record Quota(int waitingRuns, long bytes, long parameters, long layers, int projects) {

    /** How much of it is used. */
    public record Used(int waitingRuns, long bytes, int projects) {}

    /** What is different for one workspace; null is as everywhere. */
    public record Exemption(
            @Nullable Integer waitingRuns,
            @Nullable Long bytes,
            @Nullable Long parameters,
            @Nullable Long layers,
            @Nullable Integer projects) {}

    Quota with(Exemption own) {
        return new Quota(
                own.waitingRuns() == null ? waitingRuns : own.waitingRuns(),
                own.bytes() == null ? bytes : own.bytes(),
                own.parameters() == null ? parameters : own.parameters(),
                own.layers() == null ? layers : own.layers(),
                own.projects() == null ? projects : own.projects());
    }
}
