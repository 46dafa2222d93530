package org.netloom.training.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/** {@code v ← μ v + η g}, {@code w ← w − v}: momentum without looking ahead, which DL4J lacks. Its state is v, as in Nesterovs. */
final class ClassicalMomentum implements IUpdater {

    private static final String VELOCITY = "V";

    private double rate;
    private final double momentum;
    private @Nullable ISchedule schedule;

    ClassicalMomentum(double rate, double momentum) {
        this.rate = rate;
        this.momentum = momentum;
    }

    @Override
    public long stateSize(long numParams) {
        return numParams;
    }

    @Override
    public GradientUpdater<ClassicalMomentum> instantiate(INDArray viewArray, boolean initializeViewArray) {
        INDArray flat = viewArray.reshape(viewArray.length());
        if (initializeViewArray) {
            flat.assign(0);
        }
        return new Step(this, flat);
    }

    @Override
    public GradientUpdater<ClassicalMomentum> instantiate(Map<String, INDArray> state, boolean initialize) {
        return instantiate(java.util.Objects.requireNonNull(state.get(VELOCITY)), initialize);
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return schedule == null ? rate : schedule.valueAt(iteration, epoch);
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double newRate, @Nullable ISchedule newSchedule) {
        rate = newRate;
        schedule = newSchedule;
    }

    @Override
    @SuppressWarnings("MissingSuperCall")
    public IUpdater clone() {
        ClassicalMomentum copy = new ClassicalMomentum(rate, momentum);
        copy.schedule = schedule;
        return copy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClassicalMomentum that
                && that.rate == rate
                && that.momentum == momentum
                && java.util.Objects.equals(that.schedule, schedule);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(rate, momentum, schedule);
    }

    private static final class Step implements GradientUpdater<ClassicalMomentum> {
        private final ClassicalMomentum config;
        private INDArray velocity;

        Step(ClassicalMomentum config, INDArray velocity) {
            this.config = config;
            this.velocity = velocity;
        }

        @Override
        public ClassicalMomentum getConfig() {
            return config;
        }

        @Override
        public void setState(Map<String, INDArray> state, boolean initialize) {
            velocity = java.util.Objects.requireNonNull(state.get(VELOCITY));
        }

        @Override
        public Map<String, INDArray> getState() {
            return Map.of(VELOCITY, velocity);
        }

        @Override
        public void setStateViewArray(INDArray view, long[] gradientShape, char gradientOrder, boolean initialize) {
            velocity = view.reshape(view.length());
            if (initialize) {
                velocity.assign(0);
            }
        }

        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            gradient.muli(config.getLearningRate(iteration, epoch));
            velocity.muli(config.momentum).addi(gradient);
            gradient.assign(velocity);
        }
    }
}
