-- Composite blocks that a workspace keeps for reuse. Designs carry copies; they learn here that there is a newer version.

create table block (
    id           uuid primary key,
    workspace_id uuid not null references workspace on delete cascade,
    name         text not null,
    version      integer not null default 1,  -- raised with every change
    definition   text not null,               -- a design document with the definition, after those that it uses, and no layers
    created_at   timestamptz not null default now(),
    created_by   uuid references account on delete set null,
    changed_at   timestamptz not null default now(),
    changed_by   uuid references account on delete set null
);
create unique index block_name on block (workspace_id, lower(name));
