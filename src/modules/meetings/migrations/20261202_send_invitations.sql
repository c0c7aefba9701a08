-- When those who are asked to a meeting were told by mail; changes and a calling off are then told too.
alter table meetings add column told_at integer;
