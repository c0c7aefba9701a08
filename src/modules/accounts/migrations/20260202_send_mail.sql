-- Mail addresses, links that set a password once, and the mails that wait to be sent.
alter table accounts add column email text;

create unique index accounts_by_email on accounts (email);

create table password_links (
    id integer primary key,
    digest text not null unique,
    account integer not null references accounts (id),
    kind text not null,
    made_at integer not null,
    expires_at integer not null
) strict;

create index password_links_by_account on password_links (account);

-- What was typed under "forgotten": looked up later, so that the answer takes the same time.
create table password_requests (
    id integer primary key,
    typed text not null,
    asked_at integer not null
) strict;

-- The content is sealed, and emptied once there is nothing more to try.
create table outbox (
    id integer primary key,
    message_id text not null unique,
    account integer references accounts (id),
    kind text not null,
    address text not null,
    content blob not null,
    made_at integer not null,
    tries integer not null,
    next_at integer,
    sent_at integer,
    failure text not null
) strict;

create index outbox_by_next on outbox (next_at);
