package org.netloom.workspace;

/** What is remembered of what people do. */
public enum Deed {
    SIGNED_IN(Book.AUDIT),
    SIGN_IN_REFUSED(Book.AUDIT),
    SIGNED_OUT_EVERYWHERE(Book.AUDIT),
    PASSWORD_CHANGED(Book.AUDIT),
    ACCOUNT_MADE(Book.AUDIT),
    ACCOUNT_DISABLED(Book.AUDIT),
    ACCOUNT_ENABLED(Book.AUDIT),
    ACCOUNT_RENAMED(Book.AUDIT),
    ADMINISTRATOR_MADE(Book.AUDIT),
    ADMINISTRATOR_UNMADE(Book.AUDIT),
    IDENTITY_CONNECTED(Book.AUDIT),
    IDENTITY_DISCONNECTED(Book.AUDIT),
    TOKEN_MADE(Book.AUDIT),
    TOKEN_REVOKED(Book.AUDIT),
    WORKSPACE_MADE(Book.BOTH),
    WORKSPACE_RENAMED(Book.BOTH),
    WORKSPACE_ARCHIVED(Book.BOTH),
    WORKSPACE_UNARCHIVED(Book.BOTH),
    WORKSPACE_DELETED(Book.AUDIT),
    WORKSPACE_RESTORED(Book.BOTH),
    QUOTA_CHANGED(Book.AUDIT),
    INVITED(Book.AUDIT),
    INVITATION_REVOKED(Book.AUDIT),
    MEMBER_JOINED(Book.BOTH),
    MEMBER_REMOVED(Book.BOTH),
    ROLE_CHANGED(Book.BOTH),
    PROJECT_MADE(Book.ACTIVITY),
    PROJECT_RENAMED(Book.ACTIVITY),
    PROJECT_COPIED(Book.BOTH),
    PROJECT_MOVED(Book.BOTH),
    PROJECT_ARCHIVED(Book.BOTH),
    PROJECT_UNARCHIVED(Book.BOTH),
    PROJECT_DELETED(Book.BOTH),
    PROJECT_RESTORED(Book.BOTH),
    DESIGN_REPLACED(Book.ACTIVITY),
    RUN_QUEUED(Book.ACTIVITY),
    RUN_STOPPED(Book.ACTIVITY),
    BLOCK_SAVED(Book.ACTIVITY),
    BLOCK_REMOVED(Book.BOTH),
    MODEL_DOWNLOADED(Book.AUDIT),
    LINK_MADE(Book.BOTH),
    LINK_REVOKED(Book.BOTH),
    COMMENTED(Book.ACTIVITY),
    COMMENT_REMOVED(Book.ACTIVITY);

    /** Who reads of it: owners in the audit log, members in the activity of the workspace. */
    public enum Book {
        AUDIT,
        ACTIVITY,
        BOTH
    }

    private final Book book;

    Deed(Book book) {
        this.book = book;
    }

    public boolean isAudited() {
        return book != Book.ACTIVITY;
    }

    public boolean isActivity() {
        return book != Book.AUDIT;
    }
}
