-- What a leaver hands over with a post: drafted from the books when the transfer was recorded, and kept as it was.
create table handovers (
    id integer primary key references records (id),
    post integer not null references posts (id),
    leaver integer not null references officers (id),
    comer integer references officers (id),
    first_day text not null,
    memo text not null,
    note text not null default '',
    acknowledged_on text
) strict;

create unique index handovers_by_transfer on handovers (post, leaver, first_day);
create index handovers_by_comer on handovers (comer);
create index handovers_by_leaver on handovers (leaver);

create table handover_lines (
    handover integer not null references handovers (id),
    no integer not null,
    section text not null,
    text_bn text not null,
    text_en text not null,
    beside_bn text not null,
    beside_en text not null,
    due text,
    path text not null,
    primary key (handover, no)
) strict;
