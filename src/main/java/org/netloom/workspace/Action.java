package org.netloom.workspace;

/** What can be done in a workspace, and the role that it takes. This table is the whole of it. */
public enum Action {
    /** Look at projects, runs, datasets and members. */
    SEE(Role.VIEWER, false),
    /** Take a trained model home. */
    DOWNLOAD(Role.VIEWER, false),
    /** Say something about a project, a layer or a run. */
    COMMENT(Role.VIEWER, true),
    /** Make and change projects, designs, plans, blocks and datasets. */
    EDIT(Role.EDITOR, true),
    /** Start, stop, pause and resume runs. */
    TRAIN(Role.EDITOR, true),
    /** Show something to people outside of the workspace. */
    SHARE(Role.EDITOR, true),
    /** Take a project with its runs to another workspace, from where this one cannot have it back. */
    TAKE_AWAY(Role.OWNER, true),
    /** Read the log of what was done. */
    AUDIT(Role.OWNER, false),
    /** Change members and roles, rename, archive and delete the workspace. Possible in an archived workspace, too. */
    MANAGE(Role.OWNER, true);

    private final Role least;
    private final boolean change;

    Action(Role least, boolean change) {
        this.least = least;
        this.change = change;
    }

    public Role least() {
        return least;
    }

    /** Whether it takes a token that may write and a workspace that is not archived. */
    public boolean isChange() {
        return change;
    }
}
