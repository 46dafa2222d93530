package org.netloom.layers;

import java.util.Arrays;
import java.util.List;

/** How weights start, under the names of the field; n is the number of inputs of a neuron, m the number of neurons. */
public enum Initializer {
    XAVIER("xavier", "Xavier (Glorot) normal", "N(0, 2 / (n + m))"),
    XAVIER_UNIFORM("xavier-uniform", "Xavier (Glorot) uniform", "U(−a, a), a = √(6 / (n + m))"),
    HE("he", "He (Kaiming) normal", "N(0, 2 / n)"),
    HE_UNIFORM("he-uniform", "He (Kaiming) uniform", "U(−a, a), a = √(6 / n)"),
    LECUN_NORMAL("lecun-normal", "LeCun normal", "N(0, 1 / n)"),
    LECUN_UNIFORM("lecun-uniform", "LeCun uniform", "U(−a, a), a = √(3 / n)"),
    UNIFORM("uniform", "Uniform (as PyTorch's Linear)", "U(−a, a), a = 1 / √n"),
    NORMAL("normal", "Normal", "N(0, 1 / n)"),
    SIGMOID_UNIFORM("sigmoid-uniform", "Uniform for sigmoid", "U(−a, a), a = 4 √(6 / (n + m))"),
    ORTHOGONAL("orthogonal", "Orthogonal", "W Wᵀ = 1"),
    ZERO("zero", "Zeros", "0"),
    ONES("ones", "Ones", "1");

    private final String id;
    private final String label;
    private final String formula;

    Initializer(String id, String label, String formula) {
        this.id = id;
        this.label = label;
        this.formula = formula;
    }

    public String id() {
        return id;
    }

    /** The parameter by which a layer asks for it; read it with {@link #from}. */
    public static Parameter parameter() {
        return parameter("initializer", "Initial weights", XAVIER, "The distribution from which weights are drawn.");
    }

    /** For layers with more than one kind of weights; read it with {@link #byId}. */
    public static Parameter parameter(String name, String label, Initializer usual, String help) {
        List<Parameter.Option> options = Arrays.stream(values())
                .map(each -> new Parameter.Option(each.id, each.label, "", each.formula))
                .toList();
        return Parameter.choice(name, label, usual.id, options, help);
    }

    public static Initializer from(Settings settings) {
        return byId(settings.choice("initializer"));
    }

    public static Initializer byId(String id) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No initializer " + id));
    }
}
