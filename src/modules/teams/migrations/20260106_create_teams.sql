-- Teams, their compositions with seats, recorded exceptions, and the verdicts kept with a forming.
create table teams (
    id integer primary key references records (id),
    office integer not null references offices (id),
    tier text not null,
    mandate text not null
) strict;

-- An office has one team; its compositions follow one another.
create unique index teams_by_office on teams (office);

create table compositions (
    id integer primary key,
    team integer not null references teams (id),
    stage text not null,
    mandate text not null,
    formed_by text not null default '',
    since text,
    until text,
    memo text not null default '',
    memo_date text,
    accepted_order integer references records (id),
    note text not null default '',
    version integer not null default 1
) strict;

create index compositions_by_team on compositions (team, id);
create unique index compositions_draft on compositions (team) where stage = 'draft';
create unique index compositions_in_force on compositions (team)
    where stage = 'in_force' and until is null;

-- `line` is the seat that this one goes on from in a former composition; its own id for a new one.
create table seats (
    id integer primary key,
    composition integer not null references compositions (id),
    no integer not null,
    line integer,
    role text not null,
    post_bn text not null,
    post_en text not null,
    unit_bn text not null,
    unit_en text not null,
    officer integer references officers (id),
    capacities text not null
) strict;

create index seats_by_composition on seats (composition, no);
create index seats_by_officer on seats (officer);

create table seat_posts (
    id integer primary key,
    seat integer not null references seats (id),
    place integer not null,
    post integer not null references posts (id)
) strict;

create index seat_posts_by_seat on seat_posts (seat, place);
create index seat_posts_by_post on seat_posts (post);

create table exceptions (
    id integer primary key,
    team integer not null references teams (id),
    mandate text not null,
    rule text not null,
    digest text not null,
    reason text not null,
    who_bn text not null,
    who_en text not null,
    at integer not null
) strict;

create index exceptions_by_team on exceptions (team, id);

create table verdicts (
    id integer primary key,
    composition integer not null references compositions (id),
    mandate text not null,
    tier text not null,
    digest text not null,
    state text not null,
    at integer not null
) strict;

create index verdicts_by_composition on verdicts (composition, id);

create table verdict_rules (
    id integer primary key,
    verdict integer not null references verdicts (id),
    place integer not null,
    rule text not null,
    paragraph text not null,
    state text not null,
    by_seats text not null
) strict;

create index verdict_rules_by_verdict on verdict_rules (verdict, place);
