-- The files of a record: a signed scan, a page of evidence. The bytes are in `files`.
create table attachments (
    id integer primary key,
    record_id integer not null references records (id),
    sha256 text not null references files (sha256),
    name text not null,
    media_type text not null,
    size integer not null,
    account_id integer,
    who_bn text not null,
    who_en text not null,
    at integer not null
) strict;

create index attachments_by_record on attachments (record_id, id);
create index attachments_by_file on attachments (sha256);
