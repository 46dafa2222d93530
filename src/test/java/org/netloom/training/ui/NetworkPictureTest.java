package org.netloom.training.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.catalog.Catalog;
import org.netloom.templates.Template;
import org.netloom.templates.Templates;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class NetworkPictureTest {

    private final LayerCatalog layers = Catalog.standard();

    @Test
    void escapesWhateverNamesAPersonChose() {
        String hostile = "</title><script>alert('x')</script>\u0000\"&";
        Design design = Design.chain(
                Layer.of("in", "input").named(hostile).with("shape", Value.dims(4)),
                Layer.of("out", "output").with("units", 2));

        String svg = NetworkPicture.svg(design, layers, "<b>\"label\"");

        assertThat(svg).doesNotContain("<script").doesNotContain("<b>");
        Document drawn = parsed(svg);
        assertThat(drawn.getDocumentElement().getAttribute("aria-label")).isEqualTo("<b>\"label\"");
        assertThat(drawn.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("</title><script>alert('x')</script>\"& · 4");
    }

    @Test
    void drawsEveryTemplateInsideItsFrame() {
        for (Template template : Templates.all()) {
            Document drawn = parsed(NetworkPicture.svg(template.design(), layers, template.title()));
            List<Element> drawnLayers = elements(drawn, "g");
            assertThat(drawnLayers)
                    .hasSize(template.design().layers().size())
                    .allSatisfy(layer ->
                            assertThat(layer.getAttribute("style")).matches("fill:var\\(--netloom-hue-[1-8]\\)"));
            assertThat(elements(drawn, "rect")).allSatisfy(bar -> {
                assertThat(number(bar, "x")).isBetween(0.0, 320.0 - number(bar, "width"));
                assertThat(number(bar, "y")).isBetween(0.0, 120.0 - number(bar, "height"));
            });
            assertThat(elements(drawn, "circle")).allSatisfy(dot -> {
                assertThat(number(dot, "cx")).isBetween(0.0, 320.0);
                assertThat(number(dot, "cy")).isBetween(0.0, 120.0);
            });
        }
    }

    @Test
    void drawsFewNumbersAsDotsWithEveryConnection() {
        Design design = Design.chain(
                Layer.of("in", "input").with("shape", Value.dims(2)),
                Layer.of("out", "output").with("units", 3));

        String svg = NetworkPicture.svg(design, layers, "");

        assertThat(elements(parsed(svg), "circle")).hasSize(5);
        assertThat(svg.split("M[0-9]", -1)).hasSize(1 + 6);
    }

    @Test
    void drawsMoreNumbersAsAHigherBar() {
        Design design = Design.chain(
                Layer.of("in", "input").with("shape", Value.dims(784)),
                Layer.of("hidden", "dense").with("units", 128),
                Layer.of("out", "output").with("units", 10));

        List<Double> heights = elements(parsed(NetworkPicture.svg(design, layers, "")), "rect").stream()
                .map(bar -> number(bar, "height"))
                .toList();

        assertThat(heights.get(0)).isGreaterThan(heights.get(1));
        assertThat(heights.get(1)).isGreaterThan(heights.get(2));
    }

    @Test
    void drawsWhatCannotBeTrainedToo() {
        Design circle = Design.of(
                List.of(Layer.of("a", "dense"), Layer.of("b", "dense"), Layer.of("c", "no-such-type")),
                List.of(Wire.between("a", "b"), Wire.between("b", "a"), Wire.between("a", "nowhere")));

        assertThat(elements(parsed(NetworkPicture.svg(circle, layers, "")), "rect"))
                .hasSize(3);
        assertThat(elements(parsed(NetworkPicture.svg(Design.EMPTY, layers, "")), "rect"))
                .isEmpty();
    }

    @Test
    void drawsAVeryDeepNetworkInsideItsFrame() {
        List<Layer> deep = new ArrayList<>();
        deep.add(Layer.of("in", "input").with("shape", Value.dims(8)));
        for (int i = 0; i < 300; i++) {
            deep.add(Layer.of("dense" + i, "dense").with("units", 8));
        }

        List<Element> bars =
                elements(parsed(NetworkPicture.svg(Design.chain(deep.toArray(Layer[]::new)), layers, "")), "rect");

        assertThat(bars)
                .hasSize(301)
                .allSatisfy(bar -> assertThat(number(bar, "x")).isBetween(0.0, 320.0));
    }

    private static List<Element> elements(Document drawn, String name) {
        NodeList found = drawn.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Document parsed(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (Exception e) {
            throw new AssertionError("Not well-formed: " + svg, e);
        }
    }
}
