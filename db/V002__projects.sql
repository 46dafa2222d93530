-- What people draw: projects with their design and training plan, and the log of every edit.

create table project (
    id            uuid primary key,
    workspace_id  uuid not null references workspace on delete cascade,
    name          text not null,
    template      text,                     -- id of the template it began from
    design        text not null,            -- the document, as JSON with its version
    revision      bigint not null default 1,
    plan          text not null,            -- settings that differ from their defaults, as JSON
    plan_revision bigint not null default 1,
    created_at    timestamptz not null default now(),
    created_by    uuid references account on delete set null,
    touched_at    timestamptz not null default now(),
    touched_by    uuid references account on delete set null,
    deleted_at    timestamptz
);
create index project_workspace on project (workspace_id, touched_at desc) where deleted_at is null;

create table design_edit (
    workspace_id uuid not null references workspace on delete cascade,
    project_id   uuid not null references project on delete cascade,
    revision     bigint not null,           -- of the design after the edit
    account_id   uuid references account on delete set null,
    edit         text not null,
    at           timestamptz not null default now(),
    primary key (project_id, revision)
);
