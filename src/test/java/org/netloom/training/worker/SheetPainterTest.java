package org.netloom.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.netloom.datasets.Normalization;
import org.netloom.design.Shape;
import org.netloom.training.SampleSheet;

class SheetPainterTest {

    private final SheetPainter painter = new SheetPainter(Shape.of(1, 2, 3), Normalization.none());

    @Test
    void putsPicturesBesideEachOtherOnePixelApart() throws IOException {
        float[] numbers = new float[10 * 6];
        Arrays.fill(numbers, 9 * 6, 10 * 6, 2);
        SheetPainter.Painted painted =
                painter.paint(new SampleSheet(5, 1, Shape.of(6), 10, numbers)).orElseThrow();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(painted.png()));
        assertThat(image.getWidth()).isEqualTo(8 * 4 - 1);
        assertThat(image.getHeight()).isEqualTo(2 * 3 - 1);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xff000000);
        assertThat(image.getRGB(3, 0)).isEqualTo(0xff808080);
        assertThat(image.getRGB(4, 3)).as("cut to white").isEqualTo(0xffffffff);
    }

    @Test
    void paintsNothingOfWhatIsNoPicture() {
        SheetPainter points = new SheetPainter(Shape.of(2), Normalization.none());
        assertThat(points.paint(new SampleSheet(0, 0, Shape.of(2), 1, new float[2])))
                .isEmpty();
    }
}
