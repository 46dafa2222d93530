package org.netloom.editor.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.netloom.design.Block;
import org.netloom.design.Design;
import org.netloom.design.Exposed;

class ExposedNamesTest {

    private static final Exposed.Target A = new Exposed.Target("a", "units");
    private static final Exposed.Target B = new Exposed.Target("b", "units");
    private static final Exposed.Target RATE = new Exposed.Target("drop", "rate");

    private static List<Exposed> named(List<Exposed> before, Object... labels) {
        Map<Exposed.Target, String> typed = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            typed.put((Exposed.Target) labels[i], (String) labels[i + 1]);
        }
        return ExposedNames.of(new Block("x", "X", Design.EMPTY, before, null), typed);
    }

    @Test
    void theSameNameSetsSeveralTogether() {
        assertThat(named(List.of(), A, "Width", RATE, "", B, " width "))
                .containsExactly(new Exposed("units", "Width", List.of(A, B)));
    }

    @Test
    void differentNamesOfOneParameterStayApart() {
        assertThat(named(List.of(), A, "First", B, "Second"))
                .extracting(Exposed::name)
                .containsExactly("units", "b-units");
    }

    @Test
    void whatStaysKeepsItsStableName() {
        List<Exposed> before = List.of(new Exposed("size", "Width", List.of(B)));

        assertThat(named(before, A, "Width", B, "Width", RATE, "Dropout"))
                .containsExactly(
                        new Exposed("size", "Width", List.of(A, B)), new Exposed("rate", "Dropout", List.of(RATE)));
    }
}
