-- What a record's stage would open to everybody stays inside where it is internal.
alter table records add column internal integer not null default 0;
