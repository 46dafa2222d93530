package org.netloom.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.design.Layer;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.PreRunCheck;

class TemplatesTest {

    private static final double CARD_WIDTH = 240;
    private static final double CARD_HEIGHT = 120;
    private static final long MEMORY = 2L << 30;

    private final LayerCatalog layers = Catalog.standard();
    private final PreRunCheck check = new PreRunCheck(layers, new DatasetCatalog(Path.of("target/no-home")), MEMORY);

    static List<String> ids() {
        return Templates.all().stream().map(Template::id).toList();
    }

    private static Template template(String id) {
        return Templates.find(id).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void canBeTrainedAsItIs(String id) {
        assertThat(layers.infer(template(id).design()).isSound()).isTrue();
        assertThat(check.check(template(id).design(), template(id).plan()).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isLaidOutSoThatNoCardLiesOnAnother(String id) {
        List<Layer> cards = List.copyOf(template(id).design().layers().values());
        for (int at = 0; at < cards.size(); at++) {
            for (Layer other : cards.subList(at + 1, cards.size())) {
                Layer card = cards.get(at);
                boolean apart = Math.abs(card.position().x() - other.position().x()) >= CARD_WIDTH
                        || Math.abs(card.position().y() - other.position().y()) >= CARD_HEIGHT;
                assertThat(apart).as(card.id() + " and " + other.id()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void dataFlowsDownwards(String id) {
        template(id)
                .design()
                .wires()
                .forEach(wire -> assertThat(template(id)
                                .design()
                                .require(wire.from())
                                .position()
                                .y())
                        .as(wire.id())
                        .isLessThan(template(id)
                                .design()
                                .require(wire.to())
                                .position()
                                .y()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void saysWhatItTeachesAndWhatToExpect(String id) {
        assertThat(template(id).title()).hasSizeBetween(5, 60);
        assertThat(template(id).teaches()).hasSizeGreaterThan(40);
        assertThat(template(id).expected()).hasSizeGreaterThan(20);
    }

    @Test
    void standsInOneChapterAfterTheOther() {
        List<String> begun = new ArrayList<>();
        for (Template template : Templates.all()) {
            if (begun.isEmpty() || !begun.get(begun.size() - 1).equals(template.chapter())) {
                begun.add(template.chapter());
            }
        }
        assertThat(begun).doesNotHaveDuplicates();
        assertThat(ids()).doesNotHaveDuplicates();
    }
}
