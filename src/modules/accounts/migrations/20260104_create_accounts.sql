-- Who may sign in, the open sessions, and the roles that were granted by hand.
create table accounts (
    id integer primary key references records (id),
    username text not null unique,
    password_hash text not null,
    officer integer unique references officers (id),
    active integer not null,
    demo integer not null default 0
) strict;

create table sessions (
    id integer primary key,
    digest text not null unique,
    account integer not null references accounts (id),
    created_at integer not null,
    seen_at integer not null,
    expires_at integer not null,
    peer text not null,
    browser text not null
) strict;

create index sessions_by_account on sessions (account);

create table grants (
    id integer primary key,
    account integer not null references accounts (id),
    role text not null,
    office integer not null references offices (id),
    unique (account, role, office)
) strict;
