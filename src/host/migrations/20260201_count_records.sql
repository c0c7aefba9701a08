-- How many records of each kind an office has, kept with them: a list says its total without
-- counting. A list may also be ordered by what changed last.
create table record_counts (
    kind text not null,
    office_path text not null,
    total integer not null,
    primary key (kind, office_path)
) strict;

insert into record_counts (kind, office_path, total)
select kind, office_path, count(*) from records group by kind, office_path;

create index records_by_change on records (kind, updated_at, id);
