package org.netloom.workspace;

/** What is remembered of what people do. */
public enum Deed {
    SIGNED_IN(Book.MEMBER),
    SIGN_IN_REFUSED(Book.MEMBER),
    SIGNED_OUT_EVERYWHERE(Book.MEMBER),
    PASSWORD_CHANGED(Book.MEMBER),
    ACCOUNT_MADE(Book.ACCOUNT),
    ACCOUNT_DISABLED(Book.ACCOUNT),
    ACCOUNT_ENABLED(Book.ACCOUNT),
    ACCOUNT_RENAMED(Book.ACCOUNT),
    ADMINISTRATOR_MADE(Book.ACCOUNT),
    ADMINISTRATOR_UNMADE(Book.ACCOUNT),
    IDENTITY_CONNECTED(Book.ACCOUNT),
    IDENTITY_DISCONNECTED(Book.ACCOUNT),
    TOKEN_MADE(Book.MEMBER),
    TOKEN_REVOKED(Book.MEMBER),
    WORKSPACE_MADE(Book.BOTH),
    WORKSPACE_RENAMED(Book.BOTH),
    WORKSPACE_ARCHIVED(Book.BOTH),
    WORKSPACE_UNARCHIVED(Book.BOTH),
    WORKSPACE_DELETED(Book.AUDIT),
    WORKSPACE_RESTORED(Book.BOTH),
    QUOTA_CHANGED(Book.AUDIT),
    INVITED(Book.INVITATION),
    INVITATION_REVOKED(Book.INVITATION),
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

    /** Who reads of it. */
    private enum Book {
        /** Administrators. */
        ACCOUNT,
        /** Administrators, and owners where the account is a member. */
        MEMBER,
        /** Owners of the workspace that it is to; administrators where it is to none. */
        INVITATION,
        /** Owners. */
        AUDIT,
        /** Members, in the activity of the workspace. */
        ACTIVITY,
        /** Owners and members. */
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
        return book == Book.ACTIVITY || book == Book.BOTH;
    }

    /** It concerns an account and no workspace; owners of its workspaces read of it all the same. */
    public boolean isOfMembers() {
        return book == Book.MEMBER;
    }

    /** Whether the audit log of a workspace can have it. */
    public boolean isReadByOwners() {
        return isAudited() && book != Book.ACCOUNT;
    }

    /** Whether the audit log of accounts can have it. */
    public boolean isReadByAdministrators() {
        return book == Book.ACCOUNT || book == Book.MEMBER || book == Book.INVITATION;
    }
}
