-- What programs ask by: a secret of which only the digest is here, and what it may be used for.
create table api_tokens (
    id integer primary key,
    digest text not null unique,
    account integer not null references accounts (id),
    name text not null,
    scopes text not null,
    created_at integer not null,
    expires_at integer not null,
    used_at integer,
    revoked_at integer
) strict;

create index api_tokens_by_account on api_tokens (account);
