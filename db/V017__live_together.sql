-- Several people in one design: undo that outlives a process and spares what others did since; ids that are never given twice.

alter table design_edit
    add column kind    text not null default 'edit' check (kind in ('edit', 'undo', 'redo', 'replace')),
    add column inverse text,                            -- takes it back; none: it cannot be
    add column touched text[] not null default '{}',    -- what it has changed or builds on
    add column claims  text[] not null default '{}',    -- what nobody may have touched since, if it is to be taken back
    add column root    bigint,                          -- the edit that this takes back or does again; itself for a plain edit
    add column open    boolean not null default false;  -- its author's next undo (or redo) may come to it
update design_edit set root = revision;
alter table design_edit alter column root set not null;
create index design_edit_open on design_edit (project_id, account_id, revision desc) where open;
create index design_edit_root on design_edit (project_id, root, revision);

alter table project
    add column used_ids text not null default '{}';     -- the highest number that is gone, for each stem of ids, as JSON

-- Who has a project open. Worth nothing after a crash, so it is not written twice.
create unlogged table presence (
    tab        uuid primary key,
    project_id uuid not null,
    account_id uuid,                        -- none: a visitor
    name       text not null,
    state      text not null,               -- selection, cursor and open block, as JSON
    seen_at    timestamptz not null default now()
);
create index presence_project on presence (project_id);
