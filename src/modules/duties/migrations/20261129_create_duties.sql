-- What of the journal counts towards a function, found by office and year. It follows from `events` and is made anew from
-- them; so it is no part of a backup.
create table derived_duty_marks (
    id integer primary key,
    office integer not null,
    year integer not null,
    signal text not null,
    counts_on text not null,
    done_on text not null,
    recorded_on text not null,
    record_id integer not null
) strict;

-- Holds all that the page of many offices reads.
create index duty_marks_by_office on derived_duty_marks (office, year, signal, counts_on, done_on, recorded_on);

-- The signals by which the marks were taken.
create table derived_duty_signals (
    signals text not null
) strict;

-- What no record tells of, said to be met by whoever answers for it.
create table attestations (
    id integer primary key references records (id),
    office integer not null references offices (id),
    mandate text not null,
    function integer not null,
    year integer not null,
    statement text not null,
    evidence integer not null references records (id),
    attested_on text not null,
    withdrawn_on text,
    withdrawn_why text not null default ''
) strict;

create index attestations_by_office on attestations (office, year);
