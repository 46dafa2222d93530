package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class SpaceToDepth implements LayerType {

    @Override
    public String id() {
        return "space-to-depth";
    }

    @Override
    public String label() {
        return "SpaceToDepth";
    }

    @Override
    public Category category() {
        return Category.RESHAPING;
    }

    @Override
    public int place() {
        return 140;
    }

    @Override
    public String icon() {
        return "grid";
    }

    @Override
    public String help() {
        return "Moves every block of pixels into channels: a picture half as high and wide with four times the channels. Nothing is lost.";
    }

    @Override
    public String formula() {
        return "y[(m b + n) C + c, i, j] = x[c, i b + m, j b + n]";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.whole("block", "Block b", 2, 1, 1_000_000, "Height and width of a block."));
    }

    @Override
    public String summary(Settings settings) {
        return "block " + settings.whole("block");
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        if (!(inputs.get(0) instanceof Shape.Image image)) {
            return Misfits.needsImage(inputs.get(0), "");
        }
        long block = settings.whole("block");
        return image.height() % block == 0 && image.width() % block == 0
                ? Fit.of(new Op.SpaceToDepth(image, block).output())
                : remainder(image, block);
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.SpaceToDepth((Shape.Image) inputs.get(0), settings.whole("block")));
    }

    private static Fit remainder(Shape.Image image, long block) {
        long lowest = image.height() % block;
        long rightmost = image.width() % block;
        long lower = (block - lowest) % block;
        long right = (block - rightmost) % block;
        List<Fit.Remedy> remedies = new ArrayList<>();
        remedies.add(insert("zero-padding2d", lower, right, image.height() + lower, image.width() + right, image));
        if (image.height() >= block && image.width() >= block) {
            remedies.add(
                    insert("cropping2d", lowest, rightmost, image.height() - lowest, image.width() - rightmost, image));
        }
        return new Fit.Misfit(
                "block-size",
                "block",
                image.text() + " cannot be cut into blocks of " + block + " × " + block + ".",
                "Height and width are multiples of the block.",
                "Pad or crop the picture, or choose another block.",
                remedies);
    }

    private static Fit.Remedy insert(String type, long bottom, long right, long height, long width, Shape.Image image) {
        return new Fit.Remedy.Insert(
                "Insert " + type + " → "
                        + Shape.of(image.channels(), height, width).text(),
                0,
                type,
                Map.of(
                        "top", Value.of(0),
                        "left", Value.of(0),
                        "bottom", Value.of(bottom),
                        "right", Value.of(right)));
    }
}
