-- Several people, several workspaces.

alter table account
    alter column password drop not null,            -- none: signs in through an identity provider only
    add column administrator boolean not null default false, -- may disable accounts of this installation
    add column disabled_at timestamptz,
    add column sign_in_epoch integer not null default 0,     -- raised to end every session that began before
    add column last_workspace_id uuid references workspace on delete set null;
update account set administrator = true
 where id = (select id from account order by created_at, id limit 1);

alter table workspace
    add column personal_of uuid unique references account on delete cascade,
    add column archived_at timestamptz,             -- to be read only
    add column deleted_at timestamptz;              -- gone for everyone; an owner can bring it back for a while
update workspace set personal_of = member.account_id
  from member
 where member.workspace_id = workspace.id and member.role = 'OWNER'
   and member.account_id = (select id from account order by created_at, id limit 1);

alter table api_token
    drop column workspace_id,                       -- a token speaks for its account, wherever that is a member
    add column scope text not null default 'WRITE' check (scope in ('READ', 'WRITE')),
    add column expires_at timestamptz,
    add column revoked_at timestamptz;
