-- Orders that close offices, or open them, beside the yearly lists that come with the program. An order stands for good:
-- a later one of the same days takes its place. Without an office it is for all.
create table holidays (
    id integer primary key references records (id),
    office integer references offices (id),
    first_day text not null,
    last_day text not null,
    kind text not null,
    name_bn text not null,
    name_en text not null,
    authority text not null,
    memo text not null,
    issued_on text not null,
    reason text not null
) strict;

create index holidays_by_kind on holidays (kind, id);
create index holidays_by_first_day on holidays (first_day, id);
