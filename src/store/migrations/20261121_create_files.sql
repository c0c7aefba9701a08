-- Bytes that are kept beside the database, in a folder, under their SHA-256.
create table files (
    sha256 text primary key,
    size integer not null,
    kept_at integer not null
) strict;
