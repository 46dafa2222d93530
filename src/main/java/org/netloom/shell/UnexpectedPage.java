package org.netloom.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.netloom.workspace.Open;

/** A bug of ours: said plainly, with a reference that leads to the full story in the log. */
@ParentLayout(MainLayout.class)
@Open(to = Open.To.EVERYONE, because = "it says that there is nothing to see, and no more")
@AnonymousAllowed
class UnexpectedPage extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String reference = Mishaps.log(parameter.getException());
        removeAll();
        add(new Mishap(
                getTranslation("shell.error.unexpected"), getTranslation("shell.error.unexpected.text", reference)));
        return 500;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.error.unexpected");
    }
}
