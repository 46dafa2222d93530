package org.netloom.training.engine;

import org.netloom.training.Member;

/** @param parameters in the engine's order; empty where they are not needed any more */
record FinishedMember(Member member, float[] parameters) {

    FinishedMember withoutParameters() {
        return new FinishedMember(member, new float[0]);
    }
}
