package org.netloom.training;

import java.util.ArrayList;
import java.util.List;
import org.netloom.datasets.DatasetInfo;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Value;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.Op;

/** Whether the embeddings that take what the data gives know all its codes. */
final class CodeFit {

    private CodeFit() {}

    static List<Problem> problems(DatasetInfo data, Design design, Inference inference, LayerCatalog layers) {
        List<Problem> problems = new ArrayList<>();
        for (Layer layer : design.layers().values()) {
            boolean known = layers.type(layer.type()).isPresent()
                    && inference.facts(layer.id()).isPresent();
            if (!known || !isFedByData(design, layer, layers)) {
                continue;
            }
            for (Op op : layers.require(layer.type())
                    .lower(inference.facts(layer.id()).orElseThrow().inputs(), layers.settings(layer))) {
                if (op instanceof Op.Embed embed) {
                    check(data, layer, embed, problems);
                }
            }
        }
        return problems;
    }

    private static boolean isFedByData(Design design, Layer layer, LayerCatalog layers) {
        return design.into(layer.id()).stream()
                .map(wire -> design.require(wire.from()))
                .anyMatch(before -> layers.type(before.type())
                        .map(type -> type.arity().isSource())
                        .orElse(false));
    }

    private static void check(DatasetInfo data, Layer layer, Op.Embed embed, List<Problem> problems) {
        if (!data.hasCodes()) {
            problems.add(Problem.warning(
                            "no-codes",
                            data.name() + " has numbers, but " + layer.name() + " looks up rows for whole codes.",
                            "An embedding takes codes: letters, words, classes.",
                            "Choose a dataset of codes, or take a Dense layer.")
                    .at(layer.id()));
            return;
        }
        long codes = data.vocabulary().size();
        if (embed.vocabulary() < codes) {
            problems.add(Problem.error(
                            "vocabulary-too-small",
                            layer.name() + " knows " + embed.vocabulary() + " codes.",
                            data.name() + " has " + codes + " codes.",
                            "Set the vocabulary to at least " + codes + ".")
                    .at(layer.id())
                    .of("vocabulary")
                    .with(List.of(new Repair(
                            "Set vocabulary to " + codes,
                            new Edit.SetParameter(layer.id(), "vocabulary", Value.of(codes))))));
        }
    }
}
