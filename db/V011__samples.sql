-- What networks make while they are trained, and files beside the trained model.

create table run_samples (
    run_id    uuid not null references run on delete cascade,
    epoch     int not null,              -- 0 before the first
    iteration bigint not null,
    count     int not null,
    columns   int not null,              -- of the sheet; the last row may be short
    width     int not null,              -- of one picture, in pixels
    height    int not null,
    sheet     bytea not null,            -- all pictures in one PNG
    primary key (run_id, epoch)
);
alter table run_samples alter column sheet set storage external;

create table run_file (
    run_id  uuid not null references run on delete cascade,
    name    text not null,               -- such as discriminator.zip
    blob_id uuid not null references blob on delete cascade,
    primary key (run_id, name)
);
