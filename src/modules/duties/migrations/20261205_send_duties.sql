-- How often an account hears of its duties by mail, where it chose; and the day on which that was looked at last.
create table duty_letters (
    account integer primary key references accounts (id),
    often text not null,
    last_on text
) strict;

-- What an office's head was told of: each thing once.
create table duty_told (
    id integer primary key,
    office integer not null references offices (id),
    mandate text not null,
    function integer not null,
    year integer not null,
    period_from text not null,
    due_on text not null,
    told_on text not null,
    unique (office, mandate, function, year, period_from, due_on)
) strict;
