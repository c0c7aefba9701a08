-- The second lock of the journal: what was written stays as it is. (Restoring a backup lets
-- triggers sleep.)
create unique index events_by_strand on events (strand, number);

create trigger events_stay_unchanged before update on events
begin
    select raise(abort, 'the journal is not changed');
end;

create trigger events_stay before delete on events
begin
    select raise(abort, 'nothing is removed from the journal');
end;

create trigger events_are_chained before insert on events
when new.hash is null or length(new.hash) <> 32 or new.number < 1
begin
    select raise(abort, 'an entry of the journal without its link');
end;
