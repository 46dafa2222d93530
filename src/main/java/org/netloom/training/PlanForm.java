package org.netloom.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Value;
import org.netloom.layers.Activation;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

/** The training plan as a form: every setting described once, for the page, the API and the checks. */
public final class PlanForm {

    private static final List<Parameter> PARAMETERS = describe();

    private PlanForm() {}

    public static List<Parameter> parameters() {
        return PARAMETERS;
    }

    public static Settings settings(Map<String, Value> values) {
        return new Settings(PARAMETERS, values);
    }

    private static List<Parameter> describe() {
        List<Parameter> all = new ArrayList<>();
        DataSettings.describe(all);
        AugmentationSettings.describe(all);
        LossSettings.describe(all);
        OptimizerSettings.describe(all);
        ScheduleSettings.describe(all);
        LengthSettings.describe(all);
        ValidationSettings.describe(all);
        RestartSettings.describe(all);
        return List.copyOf(all);
    }

    /** The plan that these settings mean for a network with this output, or what is wrong with them. */
    public static Result<TrainingPlan> plan(Map<String, Value> values, Activation output) {
        Settings settings = settings(values);
        List<Problem> problems = settings.problems();
        if (!problems.isEmpty()) {
            return Result.refused(problems);
        }
        return Result.ok(new TrainingPlan(
                settings.choice("dataset"),
                DataSettings.split(settings),
                settings.choice("normalization"),
                AugmentationSettings.augmentation(settings),
                Loss.byId(settings.choice("loss"), output),
                settings.choice("loss").equals("auto"),
                OptimizerSettings.optimizer(settings),
                settings.real("learningRate"),
                ScheduleSettings.schedule(settings),
                OptimizerSettings.clipping(settings),
                (int) settings.whole("batchSize"),
                settings.flag("shuffle"),
                LengthSettings.budget(settings),
                settings.whole("seed"),
                settings.value("validateEvery").map(value -> (int) settings.whole("validateEvery")),
                settings.choice("validateOn").equals("test"),
                ValidationSettings.earlyStopping(settings),
                RestartSettings.restarts(settings)));
    }
}
