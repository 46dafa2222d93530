package org.netloom.training.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the network of a run makes, epoch by epoch; the browser fetches and follows the pictures by itself. */
@Tag("netloom-run-samples")
@JsModule("./charts/run-samples.ts")
class RunSamples extends Component implements HasStyle {

    private static final List<String> WORDS =
            List.of("title", "epoch", "start", "alt", "slider", "play", "pause", "newest");

    private final UUID run;

    RunSamples(UUID run) {
        this.run = run;
        // Until the first pictures have come there is nothing to see.
        getElement().setAttribute("empty", true);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement()
                .callJsFunction(
                        "configure",
                        run.toString(),
                        WORDS.stream()
                                .collect(Collectors.toMap(
                                        Function.identity(),
                                        word -> getTranslation("run.samples." + word, "{0}", "{1}"))));
    }
}
