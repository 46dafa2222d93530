package org.netloom.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.netloom.design.Shape;
import org.netloom.format.Json;

class EvaluationJsonTest {

    @Test
    void readsBackWhatItWroteOfClasses() {
        Evaluation.OfClasses classes =
                Evaluation.ofClasses(List.of("no", "yes"), new float[] {0, 1, 1}, new float[] {.2f, .9f, .4f}, 1, 0.5);

        assertThat(EvaluationJson.read(Json.write(EvaluationJson.write(classes))))
                .isEqualTo(classes);
    }

    @Test
    void readsBackWhatItWroteOfNumbers() {
        Evaluation.OfNumbers numbers =
                Evaluation.ofNumbers(List.of("y"), new float[] {1, 1}, new float[] {.5f, 1.5f}, 1);

        assertThat(EvaluationJson.read(Json.write(EvaluationJson.write(numbers))))
                .isEqualTo(numbers);
        assertThat(numbers.r2()).isNaN();
    }

    @Test
    void readsBackWhatItWroteOfReconstructions() {
        Evaluation.OfReconstructions pictures = Evaluation.ofReconstructions(
                Shape.of(1, 1, 2), new float[] {0, 1, .5f, .5f}, new float[] {.25f, .75f, .5f, .5f});

        assertThat(EvaluationJson.read(Json.write(EvaluationJson.write(pictures))))
                .isEqualTo(pictures);
        assertThat(pictures.mse()).isEqualTo(0.03125);
        assertThat(pictures.mae()).isEqualTo(0.125);
    }
}
