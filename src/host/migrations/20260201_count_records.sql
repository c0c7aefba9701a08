-- How many records of each kind an office has, kept with them: a list says its total without
-- counting. Each strand of the store (Db::strand) adds for itself. A list may also be ordered by what changed last.
create table record_counts (
    kind text not null,
    office_path text not null,
    strand integer not null,
    total integer not null,
    primary key (kind, office_path, strand)
) strict;

insert into record_counts (kind, office_path, strand, total)
select kind, office_path, 0, count(*) from records group by kind, office_path;

create index records_by_change on records (kind, updated_at, id);
