-- What proves that something was done, entered once. `year` and `quarter` are the period it counts in; `linked` says whether a
-- record or a function has it; a newer version names the one that it `replaces`.
create table evidence (
    id integer primary key references records (id),
    office integer not null references offices (id),
    kind text not null,
    happened_on text not null,
    year text not null,
    quarter text not null,
    proves text not null,
    source text not null,
    link text not null,
    points_at integer references records (id),
    statement text not null,
    attested_by text not null,
    attested_on text,
    attachment integer references attachments (id),
    sha256 text not null,
    media_type text not null,
    scanned integer not null,
    linked integer not null,
    locked_on text,
    replaces integer references evidence (id),
    why text not null
) strict;

create index evidence_by_office on evidence (office);
create index evidence_by_kind on evidence (kind);
create index evidence_by_day on evidence (happened_on);
create index evidence_by_period on evidence (year, quarter);
create index evidence_by_quarter on evidence (quarter);
create index evidence_by_linked on evidence (linked);
create index evidence_by_file on evidence (sha256);
create index evidence_by_pointing on evidence (points_at);
create index evidence_by_attachment on evidence (attachment);
create unique index evidence_by_version on evidence (replaces);

create table evidence_links (
    evidence integer not null references evidence (id),
    record integer not null references records (id),
    primary key (evidence, record)
) strict;

create index evidence_links_by_record on evidence_links (record, evidence);

create table evidence_functions (
    evidence integer not null references evidence (id),
    mandate text not null,
    function integer not null,
    primary key (evidence, mandate, function)
) strict;

create index evidence_functions_by_function on evidence_functions (mandate, function, evidence);

-- Files that are still on their way; what has come of them is in a file of its own beside the kept ones.
create table evidence_uploads (
    id integer primary key,
    account_id integer not null,
    key text not null,
    name text not null,
    media_type text not null,
    size integer not null,
    received integer not null,
    at integer not null
) strict;

create unique index evidence_uploads_by_key on evidence_uploads (key);
create index evidence_uploads_by_account on evidence_uploads (account_id);
create index evidence_uploads_by_age on evidence_uploads (at);
