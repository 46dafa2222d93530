package org.netloom.layers;

/** Shelf of the palette; the number chooses the hue of the card's stripe. */
public enum Category {
    INPUT_OUTPUT("Input & output", 1),
    CORE("Core", 2),
    CONVOLUTION("Convolution", 7),
    POOLING("Pooling", 6),
    ATTENTION("Attention & embedding", 4),
    NORMALIZATION("Normalization", 8),
    RECURRENT("Recurrent", 7),
    ACTIVATION("Activation", 3),
    REGULARIZATION("Regularization", 4),
    RESHAPING("Reshaping", 5),
    MERGING("Merging", 6),
    BLOCKS("Blocks", 8);

    private final String label;
    private final int hue;

    Category(String label, int hue) {
        this.label = label;
        this.hue = hue;
    }

    public String label() {
        return label;
    }

    public int hue() {
        return hue;
    }
}
