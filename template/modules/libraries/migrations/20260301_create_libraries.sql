-- Libraries of offices.
create table libraries (
    id integer primary key references records (id),
    office integer not null references offices (id),
    name_bn text not null,
    name_en text not null,
    kind text not null,
    books integer not null,
    on_loan integer not null,
    opened_on text not null,
    has_internet integer not null,
    about text not null
) strict;

create index libraries_by_kind on libraries (kind, id);
create index libraries_by_books on libraries (books, id);
create index libraries_by_opened_on on libraries (opened_on, id);
