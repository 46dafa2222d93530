package org.netloom.editor.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.VaadinSession;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.netloom.design.Problem;
import org.netloom.training.PlanForm;

class SettingsFormTest {

    private final UI ui = new UI();

    SettingsFormTest() {
        UI.setCurrent(ui);
        ui.getInternals().setSession(new OwnSession());
    }

    @AfterEach
    void forget() {
        UI.setCurrent(null);
    }

    private SettingsForm form() {
        SettingsForm form = new SettingsForm(PlanForm.parameters(), Map.of(), Set.of(), (setting, value) -> {});
        ui.removeAll();
        ui.add(form);
        return form;
    }

    @Test
    void keepsNothingWaitingForHiddenFieldsHoweverOftenItIsShown() {
        assertThat(waitingAfter(5)).isEqualTo(waitingAfter(1));
    }

    private int waitingAfter(int edits) {
        SettingsForm form = form();
        for (int edit = 0; edit < edits; edit++) {
            form.show(Map.of(), everythingIsWrong());
            form.show(Map.of(), List.of());
            calls();
        }
        reveal(form);
        return calls().size();
    }

    private static List<Problem> everythingIsWrong() {
        return PlanForm.parameters().stream()
                .map(parameter -> Problem.error("bad-plan", "It is wrong.", "Something else.", "Change it.")
                        .of(parameter.name()))
                .toList();
    }

    private static void reveal(Component component) {
        component.setVisible(true);
        component.getChildren().forEach(SettingsFormTest::reveal);
    }

    @Test
    void saysNothingToFieldsThatStayAsTheyAre() {
        SettingsForm form = form();
        form.show(Map.of(), List.of());
        calls();

        form.show(Map.of(), List.of());

        assertThat(calls()).isEmpty();
    }

    @Test
    void tellsAFieldThatItsValueIsWrongAndThatItIsRightAgain() {
        SettingsForm form = form();
        form.show(Map.of(), List.of());
        calls();
        form.show(
                Map.of(),
                List.of(Problem.error("bad-plan", "The seed is too large.", "At most 1000.", "Lower it.")
                        .of("seed")));
        assertThat(calls()).singleElement().asString().contains("this.invalid");
        form.show(Map.of(), List.of());
        assertThat(calls()).singleElement().asString().contains("this.invalid");
    }

    /** What goes to the browser with the next answer. */
    private List<String> calls() {
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return ui.getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(call -> call.getInvocation().getExpression())
                .toList();
    }

    /** A session that the test's only thread has to itself. */
    private static final class OwnSession extends VaadinSession {
        OwnSession() {
            super(null);
        }

        @Override
        public DeploymentConfiguration getConfiguration() {
            return (DeploymentConfiguration) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {DeploymentConfiguration.class},
                    (proxy, method, arguments) -> method.getName().equals("isProductionMode"));
        }

        @Override
        public boolean hasLock() {
            return true;
        }

        @Override
        public void checkHasLock() {
            // It always has.
        }
    }
}
