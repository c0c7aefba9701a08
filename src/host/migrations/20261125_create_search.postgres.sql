-- The index of all records, as in the file for SQLite: words analysed by bangla/text, and marks of kind and
-- offices that begin with `_`. Words of titles and number have weight A.
create table derived_search (
    rowid bigint primary key,
    head tsvector not null,
    body tsvector not null,
    marks tsvector not null,
    terms tsvector not null generated always as (head || body || marks) stored
);

create index derived_search_terms on derived_search using gin (terms);

create table derived_search_bodies (
    id bigint primary key,
    body text collate "C" not null
);

create table derived_search_rules (
    rules bigint not null
);
