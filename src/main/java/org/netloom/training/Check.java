package org.netloom.training;

import java.util.List;
import java.util.Optional;
import org.netloom.design.Inference;
import org.netloom.design.Problem;

/**
 * What can be said of a design and its plan before training.
 *
 * @param plan empty where its settings are wrong
 * @param problems of the design, the plan and how both suit the dataset
 * @param cost empty where the plan is
 */
public record Check(Inference inference, Optional<TrainingPlan> plan, List<Problem> problems, Optional<Cost> cost) {

    public boolean isSound() {
        return problems.stream().noneMatch(Problem::isError);
    }

    public List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }
}
