package org.netloom.training;

import java.util.Optional;
import org.netloom.design.Problem;

/** Where a run is in its life. A run always ends in a state that is true. */
public sealed interface RunState {

    /** The state without what belongs to it; as stored and shown. */
    Kind kind();

    /** Names of the states. */
    enum Kind {
        QUEUED,
        PREPARING,
        RUNNING,
        PAUSING,
        PAUSED,
        STOPPING,
        FINISHED,
        STOPPED,
        FAILED,
        LOST;

        /** Nothing comes after it. */
        public boolean isFinal() {
            return this == FINISHED || this == STOPPED || this == FAILED;
        }

        /** A worker has it in hand, or had when it was last heard of. */
        public boolean isActive() {
            return this == PREPARING || this == RUNNING || this == PAUSING || this == STOPPING || this == LOST;
        }

        /** As programs read it. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Waits for a worker. */
    record Queued() implements RunState {
        @Override
        public Kind kind() {
            return Kind.QUEUED;
        }
    }

    /** A worker loads the data and builds the network. */
    record Preparing() implements RunState {
        @Override
        public Kind kind() {
            return Kind.PREPARING;
        }
    }

    record Running() implements RunState {
        @Override
        public Kind kind() {
            return Kind.RUNNING;
        }
    }

    /** Pause was asked for; the worker saves a checkpoint after the current iteration. */
    record Pausing() implements RunState {
        @Override
        public Kind kind() {
            return Kind.PAUSING;
        }
    }

    record Paused() implements RunState {
        @Override
        public Kind kind() {
            return Kind.PAUSED;
        }
    }

    /** Stop was asked for; the worker ends after the current iteration. */
    record Stopping() implements RunState {
        @Override
        public Kind kind() {
            return Kind.STOPPING;
        }
    }

    record Finished() implements RunState {
        @Override
        public Kind kind() {
            return Kind.FINISHED;
        }
    }

    record Stopped() implements RunState {
        @Override
        public Kind kind() {
            return Kind.STOPPED;
        }
    }

    record Failed(Problem reason) implements RunState {
        @Override
        public Kind kind() {
            return Kind.FAILED;
        }
    }

    /** Its worker is gone; it goes on from its last checkpoint as soon as there is another. */
    record Lost() implements RunState {
        @Override
        public Kind kind() {
            return Kind.LOST;
        }
    }

    static RunState of(Kind kind, Optional<Problem> reason) {
        return switch (kind) {
            case QUEUED -> new Queued();
            case PREPARING -> new Preparing();
            case RUNNING -> new Running();
            case PAUSING -> new Pausing();
            case PAUSED -> new Paused();
            case STOPPING -> new Stopping();
            case FINISHED -> new Finished();
            case STOPPED -> new Stopped();
            case FAILED -> new Failed(reason.orElseThrow());
            case LOST -> new Lost();
        };
    }
}
