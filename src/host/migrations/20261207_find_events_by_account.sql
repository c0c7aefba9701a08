-- What somebody did is asked for his personal record.
create index events_by_account on events (account_id, id);
