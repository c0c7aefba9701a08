-- The index of all records, as in the file for SQLite: words analysed by bangla/text, and marks of kind and
-- offices that begin with `_`. The expressions are those of host/search_terms.cpp, word for word.
create table derived_search (
    rowid bigint primary key,
    head tsvector not null,
    body tsvector not null,
    marks tsvector not null
);

create index derived_search_head on derived_search using gin ((head || marks)) with (fastupdate = off);
create index derived_search_all on derived_search using gin ((head || marks || body)) with (fastupdate = off);

-- The text that a snippet is cut from.
create table derived_search_bodies (
    id bigint primary key,
    body text collate "C" not null
);

-- By which rules the index was made.
create table derived_search_rules (
    rules bigint not null
);
