-- What is trained: runs with a snapshot of all they need, their curves, checkpoints and results.

create table worker (
    id           uuid primary key,
    host         text not null,
    pid          bigint not null,
    started_at   timestamptz not null default now(),
    heartbeat_at timestamptz not null default now(),
    backend      text not null default '',  -- CPU or CUDA; empty until its first trainer has told
    devices      text not null default '',
    note         text not null default '',  -- why not CUDA, for example
    run_id       uuid
);

create table blob (
    id           uuid primary key,
    workspace_id uuid not null references workspace on delete cascade,
    size         bigint not null,
    sha256       bytea not null,
    created_at   timestamptz not null default now()
);

create table blob_chunk (
    blob_id uuid not null references blob on delete cascade,
    number  int not null,
    bytes   bytea not null,
    primary key (blob_id, number)
);
alter table blob_chunk alter column bytes set storage external;

create table run (
    id                  uuid primary key,
    workspace_id        uuid not null references workspace on delete cascade,
    project_id          uuid not null references project on delete cascade,
    number              int not null,       -- 1, 2, 3 … within the project
    name                text not null,
    -- the snapshot: nothing here changes after the run is queued
    design              text not null,
    design_revision     bigint not null,
    plan                text not null,
    seed                bigint not null,
    version             text not null,      -- of Netloom
    created_at          timestamptz not null default now(),
    created_by          uuid references account on delete set null,
    -- how far it is
    state               text not null,
    reason              text,               -- the problem that made it fail, as JSON
    wanted              text check (wanted in ('PAUSE', 'STOP')),
    owner               uuid,               -- claim of the worker that may write; a zombie's differs
    worker_id           uuid references worker on delete set null,
    attempts            int not null default 0,
    started_at          timestamptz,
    ended_at            timestamptz,
    progress_at         timestamptz,
    iteration           bigint not null default 0,
    iterations          bigint not null default 0,
    epoch               int not null default 0,
    epochs              int not null default 0,
    samples_per_second  double precision,
    seconds_left        double precision,
    training_seconds    double precision not null default 0,
    last_sequence       bigint not null default 0,
    -- what came out
    dataset_fingerprint text,
    engine              text,               -- engine, backend and thread settings, as JSON
    parameters          bigint,
    train_loss          double precision,
    validation_loss     double precision,
    validation_accuracy double precision,
    evaluation          text,               -- on the test part, as JSON
    model               uuid references blob on delete set null,
    proof               text,               -- how far the reloaded model's predictions differ, as JSON
    notes               text not null default '',
    unique (project_id, number)
);
create index run_workspace on run (workspace_id, created_at desc);
create index run_waiting on run (workspace_id) where state = 'QUEUED';

create table metric_point (
    run_id    uuid not null references run on delete cascade,
    sequence  bigint not null,
    series    smallint not null,            -- 0 marks a restart after this iteration
    iteration bigint not null,
    epoch     int not null,
    value     double precision not null,
    primary key (run_id, sequence)
);
create index metric_point_series on metric_point (run_id, series, iteration);

create table checkpoint (
    run_id     uuid not null references run on delete cascade,
    iteration  bigint not null,
    epoch      int not null,
    blob_id    uuid not null references blob on delete cascade,
    created_at timestamptz not null default now(),
    primary key (run_id, iteration)
);
