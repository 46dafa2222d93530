package org.netloom.sharing.ui;

import org.netloom.sharing.Comments;
import org.netloom.sharing.Links;
import org.netloom.sharing.Notes;
import org.netloom.sharing.SharingNews;
import org.netloom.workspace.Access;
import org.netloom.workspace.Workspaces;
import org.springframework.stereotype.Component;

/** What the panels of this module work with. */
@Component
record Talk(Access access, Workspaces workspaces, Comments comments, Notes notes, Links links, SharingNews news) {}
