-- Files that wait until whoever brought them has seen what would follow from them.
create table uploads (
    id integer primary key,
    account_id integer not null,
    purpose text not null,
    name text not null,
    bytes blob not null,
    at integer not null
) strict;

create index uploads_by_account on uploads (account_id, purpose);
create index uploads_by_age on uploads (at);
