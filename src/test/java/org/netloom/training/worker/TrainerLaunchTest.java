package org.netloom.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Value;

class TrainerLaunchTest {

    @Test
    void onlyConvolutionsOfPicturesShareThreads() {
        Layer input = Layer.of("in", "input").with("shape", Value.dims(1, 8, 8));
        Layer flat = Layer.of("flat", "flatten");
        Layer output = Layer.of("out", "output");

        assertThat(TrainerLaunch.forDesign(Design.chain(input, Layer.of("conv", "conv2d"), flat, output)))
                .isEqualTo(TrainerLaunch.forPictures());
        assertThat(TrainerLaunch.forDesign(Design.chain(input, flat, output))).isEqualTo(TrainerLaunch.usual());
        assertThat(TrainerLaunch.forDesign(Design.chain(input, output))).isEqualTo(TrainerLaunch.usual());
    }
}
