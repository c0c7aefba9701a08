-- The numbers that outside directories give to our records, and what they said of them last.
create table outside_ids (
    source text not null,
    kind text not null,
    outside_id integer not null,
    record integer not null references records (id),
    said text not null,
    primary key (source, kind, outside_id)
) strict;

create index outside_ids_by_record on outside_ids (record);

create table doptor_imports (
    id integer primary key,
    at integer not null,
    who_bn text not null,
    who_en text not null,
    files text not null,
    counts text not null,
    mended integer not null
) strict;

create table doptor_lines (
    import integer not null references doptor_imports (id),
    no integer not null,
    file text not null,
    file_row integer not null,
    kind text not null,
    outside_id integer not null,
    name_bn text not null,
    name_en text not null,
    outcome text not null,
    notes text not null,
    record integer,
    primary key (import, no)
) strict;
