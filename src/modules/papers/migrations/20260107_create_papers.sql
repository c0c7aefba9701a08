-- Office orders and notifications. The key of a row is that of its header in records.
create table papers (
    id integer primary key references records (id),
    office integer not null references offices (id),
    kind text not null,
    style text not null,
    head text not null,
    website text not null,
    signer_name text not null,
    signer_post text not null,
    signer_contacts text not null,
    composition integer,
    team integer,
    drafter integer,
    submitter integer,
    approver integer,
    sent_back text not null default '',
    memo text not null default '',
    memo_base text not null default '',
    source text not null default '',
    issued_on text,
    replaced_by integer references papers (id),
    cancel_reason text not null default ''
) strict;

-- Two papers never bear one number, and a composition is put in force by one paper.
create unique index papers_by_memo on papers (memo_base) where memo_base <> '';
create index papers_by_composition on papers (composition);
create index papers_by_team on papers (team);

create table paper_blocks (
    paper integer not null references papers (id),
    position integer not null,
    kind text not null,
    number text not null,
    text text not null,
    primary key (paper, position)
) strict;

create table paper_copies (
    paper integer not null references papers (id),
    position integer not null,
    text text not null,
    copies integer,
    primary key (paper, position)
) strict;

-- What was issued, byte for byte. Never changed.
create table paper_files (
    paper integer primary key references papers (id),
    sha256 text not null,
    pdf blob not null
) strict;

create table number_series (
    office integer primary key references offices (id),
    source text not null,
    base text not null,
    year integer not null,
    last integer not null,
    version integer not null
) strict;
