package org.netloom.training.engine;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/** An optimizer that DL4J lacks. Its state is one array after the other, as in DL4J's own optimizers. */
final class OwnUpdater implements IUpdater {

    private static final String STATE = "S";

    /** One step's arithmetic, which may differ only in its own constants. */
    interface Rule {
        /** Arrays as large as the parameters that it remembers. */
        int memories();

        /**
         * Turns a gradient into what is subtracted from the parameters, in place.
         *
         * @param step counted from 1
         */
        void apply(INDArray gradient, INDArray[] memory, double rate, int step);
    }

    private final Rule rule;
    private double rate;
    private @Nullable ISchedule schedule;

    OwnUpdater(Rule rule, double rate) {
        this.rule = rule;
        this.rate = rate;
    }

    /** {@code v ← μ v + η g}, {@code w ← w − v}. */
    record Momentum(double momentum) implements Rule {
        @Override
        public int memories() {
            return 1;
        }

        @Override
        public void apply(INDArray gradient, INDArray[] memory, double rate, int step) {
            gradient.muli(rate);
            memory[0].muli(momentum).addi(gradient);
            gradient.assign(memory[0]);
        }
    }

    /**
     * {@code w ← w − η (β₁ m / (1 − β₁ᵗ⁺¹) + (1 − β₁) g / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)} (Dozat 2016). DL4J's own leaves out the
     * correction of v, so that its first steps are thirty times too long.
     */
    record Nadam(double beta1, double beta2, double epsilon) implements Rule {
        @Override
        public int memories() {
            return 2;
        }

        @Override
        public void apply(INDArray gradient, INDArray[] memory, double rate, int step) {
            INDArray mean = memory[0];
            INDArray square = memory[1];
            mean.muli(beta1).addi(gradient.mul(1 - beta1));
            square.muli(beta2).addi(gradient.mul(gradient).muli(1 - beta2));
            INDArray root =
                    org.nd4j.linalg.ops.transforms.Transforms.sqrt(square.div(1 - Math.pow(beta2, step)), false);
            gradient.muli((1 - beta1) / (1 - Math.pow(beta1, step)))
                    .addi(mean.mul(beta1 / (1 - Math.pow(beta1, step + 1.0))))
                    .divi(root.addi(epsilon))
                    .muli(rate);
        }
    }

    @Override
    public long stateSize(long numParams) {
        return rule.memories() * numParams;
    }

    @Override
    public GradientUpdater<OwnUpdater> instantiate(INDArray view, boolean initialize) {
        Step step = new Step(this);
        step.setStateViewArray(view, new long[0], 'c', initialize);
        return step;
    }

    @Override
    public GradientUpdater<OwnUpdater> instantiate(Map<String, INDArray> state, boolean initialize) {
        return instantiate(Objects.requireNonNull(state.get(STATE)), initialize);
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
        OwnUpdater copy = new OwnUpdater(rule, rate);
        copy.schedule = schedule;
        return copy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OwnUpdater that
                && that.rule.equals(rule)
                && that.rate == rate
                && Objects.equals(that.schedule, schedule);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, rate, schedule);
    }

    private static final class Step implements GradientUpdater<OwnUpdater> {
        private final OwnUpdater config;
        private INDArray[] memory = {};

        Step(OwnUpdater config) {
            this.config = config;
        }

        @Override
        public OwnUpdater getConfig() {
            return config;
        }

        @Override
        public void setState(Map<String, INDArray> state, boolean initialize) {
            setStateViewArray(Objects.requireNonNull(state.get(STATE)), new long[0], 'c', initialize);
        }

        @Override
        public Map<String, INDArray> getState() {
            throw new UnsupportedOperationException("The state is read as a whole");
        }

        @Override
        public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialize) {
            if (initialize) {
                view.assign(0);
            }
            INDArray flat = view.reshape(view.length());
            int parts = config.rule.memories();
            long length = flat.length() / parts;
            memory = new INDArray[parts];
            for (int i = 0; i < parts; i++) {
                memory[i] = flat.get(NDArrayIndex.interval(i * length, (i + 1) * length));
            }
        }

        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            config.rule.apply(gradient, memory, config.getLearningRate(iteration, epoch), iteration + 1);
        }
    }
}
