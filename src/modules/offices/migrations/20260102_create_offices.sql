-- Offices in their tree, and the posts of each. The key of a row is that of its header in records.
create table offices (
    id integer primary key references records (id),
    name_bn text not null,
    name_en text not null,
    level text not null,
    parent integer references offices (id),
    ministry_code text not null,
    agency_code text not null,
    place_code text not null,
    website text not null,
    valid_from text not null,
    valid_until text not null,
    successor integer references offices (id)
) strict;

create index offices_by_parent on offices (parent);

create table posts (
    id integer primary key references records (id),
    office integer not null references offices (id),
    title_bn text not null,
    title_en text not null,
    rank text not null,
    unit_bn text not null,
    unit_en text not null,
    capacities text not null,
    is_head integer not null,
    phone text not null,
    email text not null,
    abolished_on text not null
) strict;

create index posts_by_office on posts (office);
