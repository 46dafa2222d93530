package org.netloom.training.engine.dl4j;

/**
 * What a recurrent layer computes at each step, by the order of its blocks of weights; every block is as wide as the state. LSTM:
 * candidate, forget, output, input gate (DL4J's order). GRU: update z, reset r, candidate n, with a bias for the input and one for the
 * state.
 */
public enum Cell {
    SIMPLE(1, 1),
    LSTM(4, 1),
    GRU(3, 2);

    private final int blocks;
    private final int biases;

    Cell(int blocks, int biases) {
        this.blocks = blocks;
        this.biases = biases;
    }

    int blocks() {
        return blocks;
    }

    int biases() {
        return biases;
    }
}
