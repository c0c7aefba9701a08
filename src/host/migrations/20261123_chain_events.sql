-- Each entry of the journal holds the SHA-256 of the entry before it and of itself. `strand`: the
-- chain that it belongs to; `number`: its place there, from 1 without a gap. What was written
-- before is chained by the step of the same name in journal.cpp.
alter table events add column strand integer not null default 1;
alter table events add column number integer not null default 0;
alter table events add column hash blob;
