package org.netloom.training.engine;

import org.netloom.training.Optimizer;

/**
 * An optimizer's arithmetic over plain arrays, in loops that the Java compiler turns into vector instructions. A formula stands
 * beside each name in {@link Optimizer}.
 */
sealed interface StepRule {

    /** Numbers that are remembered for each weight. */
    int memories();

    /**
     * Changes the weights {@code from … to − 1}.
     *
     * @param w weights
     * @param g their gradients, which are overwritten
     * @param memory as many arrays as {@link #memories}, as long as the weights
     * @param step counted from 1
     */
    void apply(float[] w, float[] g, float[][] memory, int from, int to, double rate, long step);

    static StepRule of(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> new Sgd();
            case Optimizer.Momentum it -> new Momentum((float) it.momentum());
            case Optimizer.Nesterov it -> new Nesterov((float) it.momentum());
            case Optimizer.Adagrad it -> new Adagrad((float) it.epsilon());
            case Optimizer.RmsProp it -> new RmsProp((float) it.decay(), (float) it.epsilon());
            case Optimizer.Adam it -> new Adam(it.beta1(), it.beta2(), it.epsilon(), 0);
            case Optimizer.AdamW it -> new Adam(it.beta1(), it.beta2(), it.epsilon(), 0);
            case Optimizer.Adadelta it -> new Adadelta((float) it.rho(), (float) it.epsilon());
            case Optimizer.AdaMax it -> new AdaMax(it.beta1(), it.beta2());
            case Optimizer.Nadam it -> new Adam(it.beta1(), it.beta2(), it.epsilon(), 1);
            case Optimizer.AmsGrad it -> new AmsGrad(it.beta1(), it.beta2(), it.epsilon());
        };
    }

    record Sgd() implements StepRule {
        @Override
        public int memories() {
            return 0;
        }

        @Override
        public void apply(float[] w, float[] g, float[][] memory, int from, int to, double rate, long step) {
            float eta = (float) rate;
            for (int i = from; i < to; i++) {
                w[i] -= eta * g[i];
            }
        }
    }

    record Momentum(float momentum) implements StepRule {
        @Override
        public int memories() {
            return 1;
        }

        @Override
        public void apply(float[] w, float[] g, float[][] memory, int from, int to, double rate, long step) {
            float eta = (float) rate;
            float[] v = memory[0];
            for (int i = from; i < to; i++) {
                v[i] = momentum * v[i] - eta * g[i];
                w[i] += v[i];
            }
        }
    }

    record Nesterov(float momentum) implements StepRule {
        @Override
        public int memories() {
            return 1;
        }

        @Override
        public void apply(float[] w, float[] g, float[][] memory, int from, int to, double rate, long step) {
            float eta = (float) rate;
            float[] v = memory[0];
            for (int i = from; i < to; i++) {
                float next = momentum * v[i] - eta * g[i];
                w[i] += (1 + momentum) * next - momentum * v[i];
                v[i] = next;
            }
        }
    }

    record Adagrad(float epsilon) implements StepRule {
        @Override
        public int memories() {
            return 1;
        }

        @Override
        public void apply(float[] w, float[] g, float[][] memory, int from, int to, double rate, long step) {
            float eta = (float) rate;
            float[] s = memory[0];
            for (int i = from; i < to; i++) {
                s[i] += g[i] * g[i];
                w[i] -= eta * g[i] / ((float) Math.sqrt(s[i]) + epsilon);
            }
        }
    }

    record RmsProp(float decay, float epsilon) implements StepRule {
        @Override
        public int memories() {
            return 1;
        }

        @Override
        public void apply(float[] w, float[] g, float[][] memory, int from, int to, double rate, long step) {
            float eta = (float) rate;
            float[] s = memory[0];
            for (int i = from; i < to; i++) {
                s[i] = decay * s[i] + (1 - decay) * g[i] * g[i];
                w[i] -= eta * g[i] / (float) Math.sqrt(s[i] + epsilon);
            }
        }
    }

    /** Adam and, with {@code ahead} 1, Nadam: the mean is then taken one step ahead. */
    record Adam(double beta1, double beta2, double epsilon, int ahead) implements StepRule {
        @Override
        public int memories() {
            return 2;
        }

        @Override
        public void apply(float[] w, float[] g, float[][] memory, int from, int to, double rate, long step) {
            float b1 = (float) beta1;
            float b2 = (float) beta2;
            float c1 = (float) (1 - beta1);
            float c2 = (float) (1 - beta2);
            float eps = (float) epsilon;
            double mean = ahead == 0 ? 1 / (1 - Math.pow(beta1, step)) : beta1 / (1 - Math.pow(beta1, step + 1.0));
            double now = ahead == 0 ? 0 : (1 - beta1) / (1 - Math.pow(beta1, step));
            float ofMean = (float) (rate * mean);
            float ofNow = (float) (rate * now);
            float root = (float) (1 / (1 - Math.pow(beta2, step)));
            float[] m = memory[0];
            float[] v = memory[1];
            for (int i = from; i < to; i++) {
                float mi = b1 * m[i] + c1 * g[i];
                float vi = b2 * v[i] + c2 * g[i] * g[i];
                m[i] = mi;
                v[i] = vi;
                w[i] -= (ofMean * mi + ofNow * g[i]) / ((float) Math.sqrt(root * vi) + eps);
            }
        }
    }

    record Adadelta(float rho, float epsilon) implements StepRule {
        @Override
        public int memories() {
            return 2;
        }

        @Override
        public void apply(float[] w, float[] g, float[][] memory, int from, int to, double rate, long step) {
            float[] s = memory[0];
            float[] u = memory[1];
            for (int i = from; i < to; i++) {
                s[i] = rho * s[i] + (1 - rho) * g[i] * g[i];
                float change = g[i] * (float) Math.sqrt(u[i] + epsilon) / (float) Math.sqrt(s[i] + epsilon);
                u[i] = rho * u[i] + (1 - rho) * change * change;
                w[i] -= change;
            }
        }
    }

    record AdaMax(double beta1, double beta2) implements StepRule {
        private static final float TINY = 1e-30f;

        @Override
        public int memories() {
            return 2;
        }

        @Override
        public void apply(float[] w, float[] g, float[][] memory, int from, int to, double rate, long step) {
            float b1 = (float) beta1;
            float b2 = (float) beta2;
            float c1 = (float) (1 - beta1);
            float eta = (float) (rate / (1 - Math.pow(beta1, step)));
            float[] m = memory[0];
            float[] u = memory[1];
            for (int i = from; i < to; i++) {
                m[i] = b1 * m[i] + c1 * g[i];
                u[i] = Math.max(b2 * u[i], Math.abs(g[i]));
                w[i] -= eta * m[i] / Math.max(u[i], TINY);
            }
        }
    }

    record AmsGrad(double beta1, double beta2, double epsilon) implements StepRule {
        @Override
        public int memories() {
            return 3;
        }

        @Override
        public void apply(float[] w, float[] g, float[][] memory, int from, int to, double rate, long step) {
            float b1 = (float) beta1;
            float b2 = (float) beta2;
            float c1 = (float) (1 - beta1);
            float c2 = (float) (1 - beta2);
            float eps = (float) epsilon;
            float eta = (float) (rate * Math.sqrt(1 - Math.pow(beta2, step)) / (1 - Math.pow(beta1, step)));
            float[] m = memory[0];
            float[] v = memory[1];
            float[] most = memory[2];
            for (int i = from; i < to; i++) {
                m[i] = b1 * m[i] + c1 * g[i];
                v[i] = b2 * v[i] + c2 * g[i] * g[i];
                most[i] = Math.max(most[i], v[i]);
                w[i] -= eta * m[i] / ((float) Math.sqrt(most[i]) + eps);
            }
        }
    }
}
