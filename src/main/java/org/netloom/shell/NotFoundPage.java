package org.netloom.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.netloom.workspace.Open;

/** No such address. */
@ParentLayout(MainLayout.class)
@Open(to = Open.To.EVERYONE, because = "it says that there is nothing to see, and no more")
@AnonymousAllowed
class NotFoundPage extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        add(new Mishap(getTranslation("shell.error.not-found"), getTranslation("shell.error.not-found.text")));
        return 404;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.error.not-found");
    }
}
