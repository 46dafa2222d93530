package org.netloom.training;

import java.util.Arrays;

/** The curves of a run. */
public enum Series {
    /** Loss of each mini-batch as the optimizer sees it, regularization included. */
    TRAIN_LOSS(1, "train.loss"),
    /** Mean over the epoch's mini-batches, weighted by their size. */
    TRAIN_LOSS_EPOCH(2, "train.loss.epoch"),
    /** Share of the epoch's training examples that were classified correctly as they were met. */
    TRAIN_ACCURACY_EPOCH(3, "train.accuracy.epoch"),
    VALIDATION_LOSS(4, "validation.loss"),
    VALIDATION_ACCURACY(5, "validation.accuracy"),
    /** Mean over each mini-batch of the divergence that samplings add to the loss. */
    KL_LOSS(8, "kl.loss"),
    /** −log D(G(z)) of each mini-batch, D the discriminator and G the generator of an adversarial training. */
    GENERATOR_LOSS(6, "generator.loss"),
    /** −log D(x) − log(1 − D(G(z))) of each mini-batch; 2 log 2 where D can tell nothing. */
    DISCRIMINATOR_LOSS(7, "discriminator.loss"),
    GENERATOR_LOSS_EPOCH(12, "generator.loss.epoch"),
    DISCRIMINATOR_LOSS_EPOCH(9, "discriminator.loss.epoch"),
    /** Share of generated examples that the discriminator takes for real. */
    DISCRIMINATOR_FOOLED(10, "discriminator.fooled"),
    /** Share of real examples that the discriminator takes for real. */
    DISCRIMINATOR_REAL(11, "discriminator.real"),
    /** The number of the member whose training begins with this iteration, counted from 1. */
    MEMBER(13, "member"),
    /** Validation loss of a member with the weights that it ended with. */
    MEMBER_LOSS(14, "member.loss"),
    MEMBER_ACCURACY(15, "member.accuracy");

    /** Stored in place of a series where training went on from a checkpoint. */
    public static final int RESTART_CODE = 0;

    private final int code;
    private final String id;

    Series(int code, String id) {
        this.code = code;
        this.id = id;
    }

    /** As stored; never changes. */
    public int code() {
        return code;
    }

    public String id() {
        return id;
    }

    public static Series byId(String id) {
        return Arrays.stream(values())
                .filter(series -> series.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No series " + id));
    }

    public static Series byCode(int code) {
        return Arrays.stream(values())
                .filter(series -> series.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No series with code " + code));
    }
}
