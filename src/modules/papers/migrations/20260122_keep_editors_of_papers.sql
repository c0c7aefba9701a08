-- Everybody who drafted, corrected or submitted a paper since it was begun: none of them may
-- approve it.
create table paper_editors (
    paper integer not null references papers (id),
    account integer not null,
    primary key (paper, account)
) strict;

insert into paper_editors (paper, account)
    select id, drafter from papers where drafter is not null;
insert into paper_editors (paper, account)
    select id, submitter from papers
     where submitter is not null and (drafter is null or submitter <> drafter);
