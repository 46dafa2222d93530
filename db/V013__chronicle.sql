-- What was done, by whom: read by owners as the audit log and by members as the activity of the workspace.

create table deed (
    id           bigint generated always as identity primary key,
    at           timestamptz not null default now(),
    deed         text not null,                  -- such as ROLE_CHANGED
    workspace_id uuid references workspace on delete cascade, -- none: it concerns an account only
    project_id   uuid references project on delete cascade,
    account_id   uuid references account on delete set null,  -- who did it; none: nobody was signed in
    who          text not null,                  -- their name then, which outlives the account
    target_id    uuid,                           -- what it was done to
    subject      text not null,                  -- the name of that then
    detail       text not null default ''        -- such as the new role, or the address a sign-in came from
);
create index deed_workspace on deed (workspace_id, id desc);
create index deed_account on deed (account_id, id desc) where workspace_id is null;
