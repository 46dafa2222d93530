package org.netloom.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.netloom.design.Problem;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Open;

/** The address exists, but not for this person. */
@ParentLayout(MainLayout.class)
@Open(to = Open.To.EVERYONE, because = "it says that there is nothing to see, and no more")
@AnonymousAllowed
class AccessRefusedPage extends Div implements HasErrorParameter<AccessRefused>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessRefused> parameter) {
        Problem problem = parameter.getException().problem();
        removeAll();
        add(new Mishap(problem.what(), problem.expected() + " " + problem.fix()));
        return parameter.getException().reason().status();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.error.refused");
    }
}
