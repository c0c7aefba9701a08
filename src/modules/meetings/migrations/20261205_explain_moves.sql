-- The day that a meeting was called for before it was moved last, for saying why it is not on it.
alter table meetings add column moved_from text;
