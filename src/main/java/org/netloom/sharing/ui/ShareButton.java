package org.netloom.sharing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.icon.Icon;
import org.netloom.sharing.Subject;
import org.netloom.workspace.Action;
import org.netloom.workspace.Place;

/** Opens what there is to share; members who may not share see what is shared. */
@CssImport("./theme/sharing.css")
final class ShareButton extends Button {

    ShareButton(Talk talk, Subject subject, Place place) {
        Icon icon = new Icon("vaadin:share");
        icon.getElement().setAttribute("aria-hidden", "true");
        boolean mayShare = talk.access().allows(place, Action.SHARE);
        setText(getTranslation(mayShare ? "sharing.share" : "sharing.shared"));
        setIcon(icon);
        addClassName("netloom-share-button");
        addClickListener(click -> new ShareDialog(talk.links(), subject, mayShare).open());
    }
}
