package org.netloom.training.engine;

import java.util.List;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.schedule.ISchedule;
import org.netloom.training.Optimizer;
import org.netloom.training.Schedule;
import org.netloom.training.TrainingPlan;

/** Optimizers in DL4J's words. */
final class Updaters {

    private Updaters() {}

    static IUpdater of(TrainingPlan plan, Purpose purpose) {
        double rate = plan.learningRate();
        if (purpose == Purpose.TRAINING) {
            // Never run: our own loop takes the steps, and this one asks for no memory.
            return new Sgd(rate);
        }
        IUpdater updater = plain(plan.optimizer(), rate);
        if (updater.hasLearningRate() && !(plan.schedule() instanceof Schedule.Constant)) {
            ISchedule schedule = Rates.standard(plan.schedule(), rate);
            updater.setLrAndSchedule(rate, schedule);
        }
        return updater;
    }

    private static IUpdater plain(Optimizer optimizer, double rate) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> new Sgd(rate);
            case Optimizer.Momentum momentum -> new Nesterovs(rate, momentum.momentum());
            case Optimizer.Nesterov nesterov -> new Nesterovs(rate, nesterov.momentum());
            case Optimizer.Adagrad adagrad -> new AdaGrad(rate, adagrad.epsilon());
            case Optimizer.RmsProp rms -> new RmsProp(rate, rms.decay(), rms.epsilon());
            case Optimizer.Adam adam -> new Adam(rate, adam.beta1(), adam.beta2(), adam.epsilon());
            case Optimizer.AdamW adam -> new Adam(rate, adam.beta1(), adam.beta2(), adam.epsilon());
            case Optimizer.Adadelta adadelta -> new AdaDelta(adadelta.rho(), adadelta.epsilon());
            case Optimizer.AdaMax adam -> new AdaMax(rate, adam.beta1(), adam.beta2(), adam.epsilon());
            case Optimizer.Nadam adam -> new Nadam(rate, adam.beta1(), adam.beta2(), adam.epsilon());
            case Optimizer.AmsGrad adam -> new AMSGrad(rate, adam.beta1(), adam.beta2(), adam.epsilon());
        };
    }

    /** What the optimizer itself adds to the weights' regularization. */
    static List<Regularization> decay(Optimizer optimizer, Purpose purpose) {
        if (purpose == Purpose.DOWNLOAD && optimizer instanceof Optimizer.AdamW adam && adam.weightDecay() > 0) {
            return List.of(new WeightDecay(adam.weightDecay(), true));
        }
        return List.of();
    }
}
