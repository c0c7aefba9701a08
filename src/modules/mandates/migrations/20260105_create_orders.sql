-- Orders as officers accepted them: what was read, corrected where it was wrong, and the text itself.
create table orders (
    id integer primary key references records (id),
    memo text not null,
    memo_key text unique,
    kind text not null,
    title text not null,
    government text not null,
    office_name text not null,
    section text not null,
    website text not null,
    dated text not null,
    bangla_date text not null,
    dates_agree integer,
    subject text not null,
    copies_stated integer,
    signed integer not null,
    signatory_name text not null,
    signatory_post text not null,
    signatory_office text not null,
    signatory_phone text not null,
    signatory_fax text not null,
    signatory_email text not null,
    signed_on text,
    cancels_earlier integer not null,
    cancels text not null,
    amends text not null,
    effective_at_once integer not null,
    effective_on text,
    tiers_after integer,
    seats_after integer,
    functions_after integer,
    seat_count integer not null,
    finding_count integer not null
) strict;

create index orders_by_date on orders (dated, id);

create table order_texts (
    order_id integer primary key references orders (id),
    original text not null
) strict;

-- In every table below `place` counts from 0; lists in one column are parted by line ends.
create table order_seats (
    order_id integer not null references orders (id),
    place integer not null,
    no integer not null,
    posts text not null,
    unit text not null,
    role text not null,
    role_written text not null,
    person text not null,
    written text not null,
    primary key (order_id, place)
) strict;

create table order_functions (
    order_id integer not null references orders (id),
    place integer not null,
    no integer not null,
    written text not null,
    primary key (order_id, place)
) strict;

create table order_copies (
    order_id integer not null references orders (id),
    place integer not null,
    no integer not null,
    written text not null,
    copies integer,
    primary key (order_id, place)
) strict;

create table order_cites (
    order_id integer not null references orders (id),
    place integer not null,
    memo text not null,
    dated text,
    primary key (order_id, place)
) strict;

create table order_tiers (
    order_id integer not null references orders (id),
    place integer not null,
    tier text not null,
    leader_role text not null,
    leader text not null,
    members text not null,
    primary key (order_id, place)
) strict;

-- `part`: body, reference.
create table order_paragraphs (
    order_id integer not null references orders (id),
    part text not null,
    place integer not null,
    written text not null,
    primary key (order_id, part, place)
) strict;

-- Doubts that were left open when the order was accepted.
create table order_findings (
    order_id integer not null references orders (id),
    place integer not null,
    severity text not null,
    subject text not null,
    rule text not null,
    said_bn text not null,
    said_en text not null,
    proposal text not null,
    primary key (order_id, place)
) strict;

-- What the officer who accepted it changed.
create table order_corrections (
    order_id integer not null references orders (id),
    place integer not null,
    subject text not null,
    before_text text not null,
    after_text text not null,
    primary key (order_id, place)
) strict;
