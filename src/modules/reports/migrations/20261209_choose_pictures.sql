-- The pictures that the authors chose for an edition, an address on each line; no row: the first ones that there are.
create table report_pictures (
    report integer not null references reports (id),
    edition integer not null,
    chosen text not null,
    primary key (report, edition)
) strict;

-- How an address on the own site was found stands in one row as long as it is found so: `since` when, `at` last; its
-- hash is that of `at`, the same since `hash_since`. Zero: since `at`.
alter table report_site_checks add column since integer not null default 0;
alter table report_site_checks add column hash_since integer not null default 0;
