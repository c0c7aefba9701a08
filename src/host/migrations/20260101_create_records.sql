-- The header that every kind of record has, and the journal of what happened to it.
create table records (
    id integer primary key,
    kind text not null,
    office_path text not null,
    number text not null default '',
    title_bn text not null,
    title_en text not null default '',
    sort_key text not null,
    search_key text not null,
    stage text not null default '',
    owner_id integer,
    version integer not null default 1,
    created_at integer not null,
    updated_at integer not null
) strict;

create index records_by_title on records (kind, sort_key, id);
create index records_by_office on records (kind, office_path, id);

create table events (
    id integer primary key,
    at integer not null,
    kind text not null,
    record_id integer references records (id),
    office_path text not null,
    account_id integer,
    who_bn text not null,
    who_en text not null,
    details text not null
) strict;

create index events_by_record on events (record_id, id);
create index events_by_office on events (office_path, id);

-- Facts of this installation, such as the key of its forms.
create table installation (
    name text primary key,
    value blob not null
) strict;
