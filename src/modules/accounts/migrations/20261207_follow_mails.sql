-- How a mail about a record stands is told with the record, and a mail with a file is sent beside the letters.
alter table outbox add column about integer references records (id);
alter table outbox add column file_bytes integer not null default 0;

create index outbox_by_about on outbox (about, id);
