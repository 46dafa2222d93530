-- A browser that comes back with several pages at once sends the same secret with each of them.

alter table persistent_logins
    add column previous varchar(64);            -- the secret before this one; good for a moment after it was replaced
create index persistent_logins_last_used on persistent_logins (last_used);
create index shared_link_run on shared_link (run_id) where run_id is not null;
