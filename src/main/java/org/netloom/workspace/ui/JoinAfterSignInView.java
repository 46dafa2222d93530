package org.netloom.workspace.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.netloom.workspace.Open;

/** Needs somebody to be signed in, so that asking for it leads through the sign-in page and back to the invitation. */
@Route(value = "join/:secret/sign-in", autoLayout = false)
@PermitAll
@Open(to = Open.To.SIGNED_IN, because = "it only leads back to the invitation")
class JoinAfterSignInView extends Main implements BeforeEnterObserver {

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo("join/" + event.getRouteParameters().get("secret").orElse(""));
    }
}
