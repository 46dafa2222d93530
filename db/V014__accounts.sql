-- How people get accounts and into them: invitations, identities elsewhere, and what slows guessing down.

create table invitation (
    id           uuid primary key,
    workspace_id uuid references workspace on delete cascade,  -- none: it makes an account only
    role         text check (role in ('OWNER', 'EDITOR', 'VIEWER')),
    email        text,                                         -- the only address it is for; none: whoever has the link
    hash         bytea not null unique,                        -- SHA-256 of the link's secret, which is shown once and kept nowhere
    invited_by   uuid not null references account on delete cascade,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    used_at      timestamptz,
    used_by      uuid references account on delete set null,
    check ((workspace_id is null) = (role is null))
);
create index invitation_workspace on invitation (workspace_id);

-- Accounts as an identity provider (OpenID Connect) knows them.
create table account_identity (
    issuer     text not null,
    subject    text not null,                -- stays the same there, whatever happens to name and address
    account_id uuid not null references account on delete cascade,
    email      text,                         -- there, when it was connected; for people to read
    created_at timestamptz not null default now(),
    used_at    timestamptz,
    primary key (issuer, subject)
);
create index account_identity_account on account_identity (account_id);

-- Tries to sign in, as buckets that leak: each try fills one, time empties it, who finds one full must wait.
create table guess (
    bucket    bytea primary key,             -- SHA-256 of what is counted: an account, an address, or both
    empty_at  timestamptz not null
);
create index guess_empty on guess (empty_at);

-- Addresses that an account has signed in from. Guessing by others does not keep it out there.
create table familiar_address (
    account   bytea not null,                -- SHA-256 of the e-mail address
    address   text not null,
    seen_at   timestamptz not null,
    primary key (account, address)
);
create index familiar_address_seen on familiar_address (seen_at);
