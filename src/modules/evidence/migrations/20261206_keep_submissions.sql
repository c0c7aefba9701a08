-- Which quarters of a record were submitted: what is linked to it later and counts in them is locked at once.
create table evidence_submissions (
    record integer not null references records (id),
    year text not null,
    quarter text not null,
    primary key (record, year, quarter)
) strict;
