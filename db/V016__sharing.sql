-- What people show to others and say to each other about projects and runs.

create table shared_link (
    id           uuid primary key,
    workspace_id uuid not null references workspace on delete cascade, -- where it was made; elsewhere it opens nothing
    project_id   uuid not null references project on delete cascade,
    run_id       uuid references run on delete cascade,     -- none: the project and all of its runs
    hash         bytea not null unique,                     -- SHA-256 of the secret; the secret is shown once and kept nowhere
    hint         text not null,                             -- its first letters, to tell links apart
    created_at   timestamptz not null default now(),
    created_by   uuid not null references account on delete cascade,
    expires_at   timestamptz,
    revoked_at   timestamptz
);
create index shared_link_project on shared_link (project_id);
create index shared_link_workspace on shared_link (workspace_id);

create table comment (
    id          uuid primary key,
    project_id  uuid not null references project on delete cascade,
    run_id      uuid references run on delete cascade,
    layer_id    text,
    layer_name  text,                                       -- as it was called then
    thread_id   uuid references comment on delete cascade,  -- the comment that this one answers
    account_id  uuid references account on delete set null,
    who         text not null,                              -- their name then, which outlives the account
    text        text not null,                              -- those mentioned as @{id of their account}
    created_at  timestamptz not null default now(),
    edited_at   timestamptz,
    removed_at  timestamptz,                                -- kept without its text, because others have answered
    resolved_at timestamptz,
    resolved_by uuid references account on delete set null
);
create index comment_project on comment (project_id, created_at);
create index comment_run on comment (run_id) where run_id is not null;
create index comment_thread on comment (thread_id) where thread_id is not null;

create table comment_mention (
    comment_id uuid not null references comment on delete cascade,
    account_id uuid not null references account on delete cascade,
    read_at    timestamptz,
    primary key (comment_id, account_id)
);
create index comment_mention_account on comment_mention (account_id);

-- Of a project or of one of its runs; the subject is the id of either.
create table note (
    subject_id uuid primary key,
    project_id uuid not null references project on delete cascade,
    run_id     uuid references run on delete cascade,
    text       text not null,
    revision   bigint not null,
    changed_at timestamptz not null default now(),
    changed_by uuid references account on delete set null
);
create index note_project on note (project_id);
create index note_run on note (run_id) where run_id is not null;

create table tag (
    subject_id uuid not null,
    word       text not null,
    project_id uuid not null references project on delete cascade,
    run_id     uuid references run on delete cascade,
    primary key (subject_id, word)
);
create index tag_project on tag (project_id);
create index tag_run on tag (run_id) where run_id is not null;
