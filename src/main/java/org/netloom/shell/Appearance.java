package org.netloom.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Light or dark: follows the system until a person chooses; the choice is remembered in the browser. */
final class Appearance extends Button {

    /** Runs before anything is drawn, so that a dark page never flashes white. */
    static final String BEFORE_FIRST_PAINT = """
            (function () {
              const media = matchMedia('(prefers-color-scheme: dark)');
              const apply = function () {
                let chosen = null;
                try { chosen = localStorage.getItem('netloom-appearance'); } catch (e) { /* private mode */ }
                const dark = chosen ? chosen === 'dark' : media.matches;
                document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
                document.documentElement.setAttribute('theme', dark ? 'dark' : 'light');
                document.documentElement.dispatchEvent(new CustomEvent('netloom-appearance', {detail: {dark}}));
              };
              window.netloomToggleAppearance = function () {
                const dark = document.documentElement.getAttribute('theme') !== 'dark';
                try { localStorage.setItem('netloom-appearance', dark ? 'dark' : 'light'); } catch (e) { /* private mode */ }
                apply();
              };
              media.addEventListener('change', apply);
              apply();
            })();
            """;

    Appearance() {
        setIcon(VaadinIcon.ADJUST.create());
        addThemeVariants(ButtonVariant.TERTIARY);
        setAriaLabel(getTranslation("shell.appearance"));
        setTooltipText(getTranslation("shell.appearance"));
        getElement().executeJs("this.addEventListener('click', function () { window.netloomToggleAppearance(); })");
    }
}
