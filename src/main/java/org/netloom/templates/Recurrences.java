package org.netloom.templates;

import static org.netloom.templates.Pieces.layer;

import java.util.List;
import java.util.Map;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Value;

/** Networks with a memory that read step by step. */
final class Recurrences {

    static final String CHAPTER = "Recurrent networks";

    private Recurrences() {}

    static List<Template> all() {
        return List.of(
                runningParity(),
                rows("mnist-rnn", "SimpleRNN", "simple-rnn", 0.001, "above 0.9"),
                rows("mnist-lstm", "LSTM", "lstm", 0.003, "above 0.96"),
                rows("mnist-gru", "GRU", "gru", 0.003, "above 0.96"),
                waves("waves-rnn", "SimpleRNN", "simple-rnn"),
                waves("waves-lstm", "LSTM", "lstm"),
                waves("waves-gru", "GRU", "gru"),
                airline(),
                adding(),
                parity());
    }

    private static Template rows(String id, String name, String type, double rate, String accuracy) {
        return new Template(
                id,
                name + " reads MNIST row by row",
                CHAPTER,
                "A picture as a sequence of 28 rows: the network reads one after the other and decides after the last. All the rows share"
                        + " the same weights.",
                "Accuracy on the test part " + accuracy + " after three epochs.",
                Design.chain(
                        Perceptrons.input(1, 28, 28),
                        layer("lines", "reshape").with("shape", Value.dims(28, 28)),
                        layer("rows", "permute").with("order", Value.dims(2, 1)),
                        recurrent("memory", type, 64),
                        Perceptrons.output(10, "softmax")),
                Pieces.watchedOnTest("mnist", "cross-entropy", rate, 128, 3));
    }

    private static Template waves(String id, String name, String type) {
        return new Template(
                id,
                name + " forecasts waves",
                CHAPTER,
                "From the last 40 values of a mixture of waves the next one: the memory has to keep the phases of all three.",
                "RMSE on the last 400 steps below 0.1; repeating the last value misses by 0.45, and the noise alone is 0.05.",
                Design.chain(
                        Perceptrons.input(1, 40), recurrent("memory", type, 32), Perceptrons.output(1, "identity")),
                Pieces.plan("waves", "mse", 0.005, 32, 20));
    }

    private static Template airline() {
        Map<String, Value> plan = Pieces.plan("airline", "mse", 0.005, 16, 100);
        plan.put("normalization", Value.of("standardize"));
        return new Template(
                "airline-lstm",
                "LSTM forecasts airline passengers",
                CHAPTER,
                "From the growth in the last twelve months the growth in the next. The last two years are held out; next month's"
                        + " passengers are this month's × e^growth.",
                "Over the last two years it misses by about 24 thousand passengers (RMSE), against 51.8 thousand of whoever repeats the"
                        + " last month; on the page, in growth, an RMSE of about 0.05.",
                Design.chain(
                        Perceptrons.input(1, 12), recurrent("memory", "lstm", 32), Perceptrons.output(1, "identity")),
                plan);
    }

    private static Template adding() {
        return new Template(
                "adding-gru",
                "GRU adds the two marked numbers",
                CHAPTER,
                "A sum of two numbers far apart: gates learn to let in what is marked, and to keep it until the end.",
                "The mean squared error on the test part falls from 0.167 (whoever always says 1) below 0.002.",
                Design.chain(
                        Perceptrons.input(2, 20), recurrent("memory", "gru", 32), Perceptrons.output(1, "identity")),
                Pieces.plan("adding", "mse", 0.01, 32, 6));
    }

    private static Template parity() {
        return new Template(
                "parity-lstm",
                "LSTM finds the parity of up to twelve bits",
                CHAPTER,
                "Sequences of different lengths in one batch: steps after the last bit are padding, and the memory stops before them. The"
                        + " short ones teach what the long ones need.",
                "Accuracy on the test part above 0.95.",
                Design.chain(
                        Perceptrons.input(1, 12), recurrent("memory", "lstm", 32), Perceptrons.output(1, "sigmoid")),
                Pieces.plan("parity", "binary-cross-entropy", 0.01, 32, 20));
    }

    private static Template runningParity() {
        return new Template(
                "running-parity-rnn",
                "SimpleRNN keeps the parity, step by step",
                CHAPTER,
                "A sequence in, a sequence out: after every bit, whether the ones so far are even or odd. The Output works at each step with"
                        + " the same weights.",
                "Accuracy over all steps of the test part above 0.95; at first it stays at 0.5 for a while, then the rule is found.",
                Design.chain(
                        Perceptrons.input(1, 16),
                        recurrent("memory", "simple-rnn", 16).with("returns", "all"),
                        Perceptrons.output(2, "softmax")),
                Pieces.plan("running-parity", "cross-entropy", 0.005, 32, 10));
    }

    static Layer recurrent(String id, String type, long units) {
        return layer(id, type).with("units", units);
    }
}
