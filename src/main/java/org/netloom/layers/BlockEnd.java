package org.netloom.layers;

import java.util.List;
import java.util.Optional;
import org.netloom.design.Arity;
import org.netloom.design.Block;

/** Where data enters and leaves a block, as seen from inside. It computes nothing and is gone once the block is expanded. */
public enum BlockEnd implements LayerKind {
    INPUT(
            Block.INPUT,
            "Block input",
            "sign-in",
            "What a use of the block is fed with. A second one gives the block a second input.",
            Arity.SOURCE),
    OUTPUT(
            Block.OUTPUT,
            "Block output",
            "sign-out",
            "What a use of the block gives. There is exactly one.",
            Arity.SINK);

    private final String id;
    private final String label;
    private final String icon;
    private final String help;
    private final Arity arity;

    BlockEnd(String id, String label, String icon, String help, Arity arity) {
        this.id = id;
        this.label = label;
        this.icon = icon;
        this.help = help;
        this.arity = arity;
    }

    static Optional<LayerKind> of(String type) {
        return java.util.Arrays.<LayerKind>stream(values())
                .filter(end -> end.id().equals(type))
                .findFirst();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Category category() {
        return Category.INPUT_OUTPUT;
    }

    @Override
    public String icon() {
        return icon;
    }

    @Override
    public String help() {
        return help;
    }

    @Override
    public String formula() {
        return "y = x";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Arity arity() {
        return arity;
    }

    @Override
    public String summary(Settings settings) {
        return "";
    }
}
