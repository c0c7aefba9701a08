-- What letters, notices and minutes have that orders have not; the composition of which a letter
-- informs the Cabinet Division; the files that prove something of a paper.
alter table papers add column reference_lines text not null default '';
alter table papers add column enclosures text not null default '';
alter table papers add column recipients text not null default '';
alter table papers add column informs integer;

create index papers_by_informs on papers (informs) where informs is not null;
create index paper_files_by_sha256 on paper_files (sha256);

create table paper_proofs (
    attachment integer primary key references attachments (id),
    paper integer not null references papers (id),
    kind text not null,
    sent_on text,
    channel text
) strict;

create index paper_proofs_by_paper on paper_proofs (paper);
