-- The second lock of the journal: what was written stays as it is. (Restoring a backup lets
-- triggers sleep.)
create unique index events_by_strand on events (strand, number);

create function events_stay() returns trigger language plpgsql as $$
begin
    raise exception 'nothing in the journal is changed or removed';
end
$$;

create function events_are_chained() returns trigger language plpgsql as $$
begin
    raise exception 'an entry of the journal without its link';
end
$$;

create trigger events_stay_unchanged before update on events
    for each row execute function events_stay();

create trigger events_stay before delete on events
    for each row execute function events_stay();

create trigger events_stay_whole before truncate on events
    for each statement execute function events_stay();

create trigger events_are_chained before insert on events
    for each row when (new.hash is null or length(new.hash) <> 32 or new.number < 1)
    execute function events_are_chained();
