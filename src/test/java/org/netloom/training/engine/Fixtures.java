package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netloom.datasets.Samples;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Network;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.PlanForm;
import org.netloom.training.Series;
import org.netloom.training.TrainingJob;
import org.netloom.training.TrainingPlan;
import org.netloom.training.TrainingWatch;

/** Small networks, data and plans for the engine's tests. */
final class Fixtures {

    private Fixtures() {}

    static Layer input(long... shape) {
        return Layer.of("in", "input").with("shape", Value.dims(shape));
    }

    static Layer dense(String id, long units, String activation) {
        return Layer.of(id, "dense").with("units", units).with("activation", activation);
    }

    static Layer output(long units, String activation) {
        return Layer.of("out", "output").with("units", units).with("activation", activation);
    }

    static Network network(Layer... layers) {
        return Catalog.standard().lower(Design.chain(layers)).get();
    }

    static Value table(double[]... rows) {
        List<List<Double>> table = new ArrayList<>();
        for (double[] row : rows) {
            table.add(java.util.Arrays.stream(row).boxed().toList());
        }
        return new Value.Table(table);
    }

    /** A plan from settings given as name, value, name, value …; numbers may be int, double or String. */
    static TrainingPlan plan(Network network, Object... settings) {
        Map<String, Value> values = new HashMap<>();
        values.put("split", Value.of("all"));
        for (int i = 0; i < settings.length; i += 2) {
            Object value = settings[i + 1];
            values.put(
                    (String) settings[i],
                    value instanceof Integer whole
                            ? Value.of((long) whole)
                            : value instanceof Double real
                                    ? Value.of(real)
                                    : value instanceof Boolean flag ? Value.of(flag) : Value.of((String) value));
        }
        return PlanForm.plan(values, network.outputActivation()).get();
    }

    static Samples samples(int columns, int targetColumns, double[]... rows) {
        float[] features = new float[rows.length * columns];
        float[] targets = new float[rows.length * targetColumns];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < columns; i++) {
                features[row * columns + i] = (float) rows[row][i];
            }
            for (int i = 0; i < targetColumns; i++) {
                targets[row * targetColumns + i] = (float) rows[row][columns + i];
            }
        }
        return new Samples(Shape.of(columns), rows.length, features, targets, targetColumns);
    }

    static final Samples XOR = samples(2, 1, row(0, 0, 0), row(0, 1, 1), row(1, 0, 1), row(1, 1, 0));

    static double[] row(double... numbers) {
        return numbers;
    }

    /** Points around one centre for each class, one-hot targets. */
    static Samples clouds(Shape shape, int classes, int count, long seed) {
        int width = (int) shape.size();
        Draws centres = Draws.of(7, 7, 7);
        double[] centre = new double[classes * width];
        for (int i = 0; i < centre.length; i++) {
            centre[i] = centres.normal();
        }
        Draws draws = Draws.of(seed, 8, 8);
        float[] features = new float[count * width];
        float[] targets = new float[count * classes];
        for (int row = 0; row < count; row++) {
            int which = row % classes;
            targets[row * classes + which] = 1;
            for (int i = 0; i < width; i++) {
                features[row * width + i] = (float) (centre[which * width + i] + draws.normal());
            }
        }
        return new Samples(shape, count, features, targets, classes);
    }

    /**
     * Normal numbers (or whole codes) with one class for each example, or for each of its steps.
     *
     * @param codes how many codes there are; 0 for numbers
     */
    static Samples drawn(Shape input, Shape output, int count, int codes) {
        Draws draws = Draws.of(11, 1, 1);
        float[] features = new float[count * (int) input.size()];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) (codes > 0 ? Math.floor(draws.unit() * codes) : draws.normal());
        }
        int size = (int) output.size();
        int classes = output.dims().get(0).intValue();
        int steps = size / classes;
        float[] targets = new float[count * size];
        for (int row = 0; row < count; row++) {
            for (int step = 0; step < steps; step++) {
                targets[row * size + (row + step) % classes * steps + step] = 1;
            }
        }
        return new Samples(input, count, features, targets, size);
    }

    static TrainingJob job(Network network, TrainingPlan plan, Samples train) {
        return new TrainingJob(network, plan, train, Optional.empty());
    }

    static TrainingJob job(Network network, TrainingPlan plan, Samples train, Samples validation) {
        return new TrainingJob(network, plan, train, Optional.of(validation));
    }

    /** Trains to the end and gives back the trained network. */
    static TrainedModel trained(TrainingJob job) {
        Trainer trainer = new Trainer(job);
        trainer.train(Optional.empty(), new Recorder());
        return trainer.model().orElseThrow();
    }

    record Point(Series series, long iteration, int epoch, double value) {}

    /** Remembers everything; does what it is told. */
    static class Recorder implements TrainingWatch {
        final List<Point> points = new ArrayList<>();
        final Map<Long, Checkpoint> checkpoints = new HashMap<>();
        long done;
        int samples;

        @Override
        public void point(Series series, long iteration, int epoch, double value) {
            points.add(new Point(series, iteration, epoch, value));
        }

        @Override
        public void iterationDone(long iteration, int epoch, int some) {
            done = iteration;
            samples += some;
        }

        @Override
        public boolean wantsCheckpoint() {
            return false;
        }

        @Override
        public void checkpoint(Checkpoint checkpoint) {
            checkpoints.put(checkpoint.iteration(), checkpoint);
        }

        @Override
        public Signal signal() {
            return Signal.GO_ON;
        }

        List<Double> values(Series series) {
            return points.stream()
                    .filter(p -> p.series() == series)
                    .map(Point::value)
                    .toList();
        }
    }
}
