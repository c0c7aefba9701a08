-- The order by which a meeting went from its day last; none where somebody moved it. Where the holiday is called off it
-- can go back.
alter table meetings add column moved_by integer references holidays (id);

create index meetings_moved_by on meetings (moved_by) where moved_by is not null;
