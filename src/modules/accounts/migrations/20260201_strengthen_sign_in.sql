-- The second factor, browsers that an account is known by, tries that went wrong.
create table second_factors (
    account integer primary key references accounts (id),
    secret blob not null,
    made_at integer not null,
    confirmed_at integer,
    last_step integer not null
) strict;

create table recovery_codes (
    id integer primary key,
    account integer not null references accounts (id),
    digest text not null,
    unique (account, digest)
) strict;

-- The password was right, the code is still to come.
create table begun_sign_ins (
    id integer primary key,
    digest text not null unique,
    account integer not null references accounts (id),
    next text not null,
    wrong integer not null,
    expires_at integer not null
) strict;

create table known_browsers (
    id integer primary key,
    account integer not null references accounts (id),
    digest text not null,
    seen_at integer not null,
    unique (account, digest)
) strict;

create table sign_in_tries (
    id integer primary key,
    whose text not null unique,
    wrong integer not null,
    last_at integer not null
) strict;

create index sign_in_tries_by_time on sign_in_tries (last_at);
