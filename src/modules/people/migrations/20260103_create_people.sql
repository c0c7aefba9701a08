-- Officers, and who holds which post from when to when. `until` is the last day, empty while it
-- lasts.
create table officers (
    id integer primary key references records (id),
    name_bn text not null,
    name_en text not null,
    service_id text not null,
    office integer references offices (id),
    phone text not null,
    email text not null,
    qualities text not null
) strict;

create index officers_by_office on officers (office);

create table holdings (
    id integer primary key,
    post integer not null references posts (id),
    officer integer not null references officers (id),
    kind text not null,
    since text not null,
    until text,
    order_memo text not null,
    end_memo text not null default ''
) strict;

create index holdings_by_post on holdings (post, since);
create index holdings_by_officer on holdings (officer, since);

-- A post is held by one, with at most one substitute beside.
create unique index holdings_open on holdings (post, (kind = 'substitute')) where until is null;
