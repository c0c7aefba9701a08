-- Who an account is at an OIDC provider.
create table identities (
    id integer primary key,
    account integer not null references accounts (id),
    issuer text not null,
    subject text not null,
    made_at integer not null,
    unique (issuer, subject),
    unique (account, issuer)
) strict;
