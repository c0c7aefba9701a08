-- Meetings, who came, what was spoken of, and the decisions. The key of a meeting and of a decision is that of its header in records.
create table meetings (
    id integer primary key references records (id),
    office integer not null references offices (id),
    kind text not null,
    held_on text not null,
    begins text not null,
    lasts integer not null,
    place text not null,
    link text not null,
    sequence integer not null default 0,
    reason text not null default '',
    notice integer references papers (id),
    minutes integer references papers (id),
    confirmed_in integer references meetings (id),
    corrections text not null default '',
    reviewed_plan integer not null default 0,
    brief_presented integer not null default 0,
    informed_on text,
    informed_by integer references papers (id)
) strict;

create index meetings_by_office on meetings (office, kind, held_on);

create table meeting_people (
    meeting integer not null references meetings (id),
    no integer not null,
    post integer references posts (id),
    name text not null,
    email text not null,
    presence text,
    substitute text not null,
    officer integer references officers (id),
    chair integer not null,
    primary key (meeting, no)
) strict;

create index meeting_people_by_post on meeting_people (post);

create table meeting_items (
    id integer primary key,
    meeting integer not null references meetings (id),
    no integer not null,
    kind text not null,
    title text not null,
    about integer references records (id),
    path text not null,
    discussion text not null,
    version integer not null
) strict;

create index meeting_items_by_meeting on meeting_items (meeting, no);

-- What stood in minutes before the next meeting corrected them.
create table meeting_corrections (
    id integer primary key,
    item integer not null references meeting_items (id),
    confirmed_in integer not null references meetings (id),
    former text not null,
    corrected text not null
) strict;

create index meeting_corrections_by_item on meeting_corrections (item);

create table decisions (
    id integer primary key references records (id),
    meeting integer not null references meetings (id),
    item integer not null references meeting_items (id),
    responsible integer references posts (id),
    due text,
    state text not null,
    done_on text,
    done_link text not null default ''
) strict;

create index decisions_by_meeting on decisions (meeting);
create index decisions_by_item on decisions (item);
create index decisions_by_responsible on decisions (responsible, state);

create table decision_progress (
    id integer primary key,
    decision integer not null references decisions (id),
    told_on text not null,
    text text not null,
    who_bn text not null,
    who_en text not null
) strict;

create index decision_progress_by_decision on decision_progress (decision);

-- To which later meetings an open decision was taken.
create table decision_moves (
    decision integer not null references decisions (id),
    meeting integer not null references meetings (id),
    primary key (decision, meeting)
) strict;

create index decision_moves_by_meeting on decision_moves (meeting);

-- The secret address of a calendar, kept as its digest: an account has one, and may make it anew.
create table calendar_feeds (
    account integer primary key references accounts (id),
    digest text not null unique,
    made_at integer not null
) strict;
