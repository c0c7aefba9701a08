-- The index of all records. Its words come analysed from bangla/text, so the tokenizer has only to split them at
-- spaces: `ascii` keeps every byte of other scripts, where `unicode61` cuts Bangla at its signs. `_` begins the
-- marks of kind and offices, which nobody can type. What is derived_* is made from other tables: it
-- is in no backup, and made anew where it is missing.
create virtual table derived_search using fts5 (
    head, body, marks, tokenize = "ascii tokenchars '_'", prefix = '2 3'
);

-- The text that a snippet is cut from.
create table derived_search_bodies (
    id integer primary key,
    body text not null
) strict;

-- By which rules the index was made.
create table derived_search_rules (
    rules integer not null
) strict;
