-- Reports. The key of a row is that of its header in records. `edition` is the one that is written (1 at first, another
-- with each correction); `working` says how far it is. Everything of an approved edition stays as it was.
create table reports (
    id integer primary key references records (id),
    office integer not null references offices (id),
    fiscal_year integer not null,
    year text not null,
    kind text not null,
    edition integer not null default 1,
    approved_edition integer not null default 0,
    published_edition integer not null default 0,
    working text not null default 'draft',
    sent_back text not null default '',
    site text not null default ''
) strict;

create unique index reports_by_office on reports (office, fiscal_year, kind);
create index reports_by_year on reports (year, id);
create index reports_by_kind on reports (kind, id);
create index reports_put_up on reports (id) where working = 'submitted';

-- What the authors wrote in a chapter; a row is there from its first saving.
create table report_texts (
    report integer not null references reports (id),
    edition integer not null,
    chapter text not null,
    body text not null,
    version integer not null,
    writer_bn text not null,
    writer_en text not null,
    at integer not null,
    primary key (report, edition, chapter)
) strict;

-- Who had a hand in an edition: none of them approves it.
create table report_editors (
    report integer not null references reports (id),
    edition integer not null,
    account integer not null,
    primary key (report, edition, account)
) strict;

-- Why an edition after the first was begun.
create table report_corrections (
    report integer not null references reports (id),
    edition integer not null,
    why text not null,
    primary key (report, edition)
) strict;

-- An approved edition, and how it went out.
create table report_editions (
    report integer not null references reports (id),
    edition integer not null,
    why text not null,
    approved_on text not null,
    approver_bn text not null,
    approver_en text not null,
    approved_at integer not null,
    letter integer references records (id),
    sent_on text,
    channel text not null default '',
    sent_to text not null default '',
    acknowledged_on text,
    acknowledgement text not null default '',
    acknowledgement_file integer references attachments (id),
    published_on text,
    published_at integer,
    primary key (report, edition)
) strict;

create index report_editions_published on report_editions (published_at);

-- What was made once at the approval; the bytes are under their SHA-256 with all files.
create table report_files (
    report integer not null references reports (id),
    edition integer not null,
    format text not null,
    media_type text not null,
    sha256 text not null references files (sha256),
    size integer not null,
    primary key (report, edition, format)
) strict;

-- The address on the office's own site, as it was found.
create table report_site_checks (
    id integer primary key,
    report integer not null references reports (id),
    address text not null,
    at integer not null,
    status integer not null,
    title text not null,
    sha256 text not null,
    why text not null
) strict;

create index report_site_checks_by_report on report_site_checks (report, id);
