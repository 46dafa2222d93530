package org.netloom.shell;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;

/** The page all views live in. */
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@CssImport("./theme/tokens.css")
@CssImport("./theme/shell.css")
public class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addFavIcon("icon", "favicon.svg", "any");
        settings.addMetaTag("description", "Netloom: draw a neural network, train it, watch it learn");
        settings.addInlineWithContents(Appearance.BEFORE_FIRST_PAINT, Inline.Wrapping.JAVASCRIPT);
    }
}
