-- Who may see and change what.

create table account (
    id          uuid primary key,
    email       text not null,
    name        text not null,
    password    text not null, -- with its scheme in front: {bcrypt}…
    created_at  timestamptz not null default now()
);
create unique index account_email on account (lower(email));

create table workspace (
    id          uuid primary key,
    name        text not null,
    created_at  timestamptz not null default now()
);

create table member (
    workspace_id uuid not null references workspace on delete cascade,
    account_id   uuid not null references account on delete cascade,
    role         text not null check (role in ('OWNER', 'EDITOR', 'VIEWER')),
    joined_at    timestamptz not null default now(),
    primary key (workspace_id, account_id)
);
create index member_account on member (account_id);

create table api_token (
    id           uuid primary key,
    workspace_id uuid not null references workspace on delete cascade,
    account_id   uuid not null references account on delete cascade,
    name         text not null,
    hash         bytea not null unique, -- SHA-256 of the token; the token itself is shown once and kept nowhere
    created_at   timestamptz not null default now(),
    used_at      timestamptz
);
create index api_token_account on api_token (account_id);

-- Browsers that asked to be remembered (the layout Spring Security's JdbcTokenRepositoryImpl expects).
create table persistent_logins (
    username  varchar(320) not null,
    series    varchar(64) primary key,
    token     varchar(64) not null,
    last_used timestamp not null
);
create index persistent_logins_username on persistent_logins (username);
