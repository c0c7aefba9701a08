-- What the list of teams says of the newest composition that was put in force, and how it is narrowed and put in order.
alter table teams add column since text not null default '';
alter table teams add column seats integer not null default 0;

update teams set
    since = coalesce((select max(c.since) from compositions c where c.team = teams.id and c.stage = 'in_force'
        and c.until is null), ''),
    seats = (select count(*) from seats s join compositions c on c.id = s.composition where c.team = teams.id
        and c.stage = 'in_force' and c.until is null);

create index teams_by_tier on teams (tier, id);
create index teams_by_mandate on teams (mandate, id);
create index teams_by_since on teams (since, id);
