-- Projects that are put away, and what a workspace may use.

alter table project add column archived_at timestamptz;     -- to be read only, and not in the list
create index project_deleted on project (deleted_at) where deleted_at is not null;
create index workspace_deleted on workspace (deleted_at) where deleted_at is not null;

-- What differs from the installation's limits for one workspace; null: nothing does.
create table quota (
    workspace_id uuid primary key references workspace on delete cascade,
    waiting_runs integer check (waiting_runs >= 0),
    bytes        bigint  check (bytes >= 0),         -- of trained models, checkpoints and other files
    parameters   bigint  check (parameters >= 0),    -- of one design
    layers       bigint  check (layers >= 0),        -- of one design, those inside of blocks counted as often as they are used
    projects     integer check (projects >= 0)
);

create index blob_workspace on blob (workspace_id);
create index checkpoint_blob on checkpoint (blob_id);
create index run_file_blob on run_file (blob_id);
create index run_model on run (model) where model is not null;

-- What was done outlives the project that it was done to.
alter table deed
    drop constraint deed_project_id_fkey,
    add constraint deed_project_id_fkey foreign key (project_id) references project on delete set null;
create index deed_project on deed (project_id) where project_id is not null;
