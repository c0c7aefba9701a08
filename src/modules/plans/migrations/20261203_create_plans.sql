-- Yearly plans. The key of a row is that of its header in records. Version 0 of what a plan holds is the working
-- copy; every approved version is a whole copy beside it. Numbers are kept as they are written, exact; a day of a
-- date indicator as its number of days since 1970-01-01.
create table plans (
    id integer primary key references records (id),
    office integer not null references offices (id),
    fiscal_year integer not null,
    year text not null,
    form text not null,
    approved_version integer not null default 0,
    working text not null default 'draft',
    sent_back text not null default '',
    lines integer not null default 0
) strict;

create unique index plans_by_office on plans (office, fiscal_year, form);
create index plans_by_year on plans (year, id);
create index plans_by_form on plans (form, id);
create index plans_by_fiscal_year on plans (fiscal_year, id);
create index plans_put_up on plans (id) where working = 'submitted';

create table plan_versions (
    plan integer not null references plans (id),
    version integer not null,
    decision integer not null references records (id),
    approved_on text not null,
    approver_bn text not null,
    approver_en text not null,
    at integer not null,
    primary key (plan, version)
) strict;

create table plan_areas (
    plan integer not null references plans (id),
    version integer not null,
    line integer not null,
    no integer not null,
    name text not null,
    weight text not null,
    primary key (plan, version, line)
) strict;

create table plan_activities (
    plan integer not null references plans (id),
    version integer not null,
    line integer not null,
    area integer not null,
    no integer not null,
    name text not null,
    primary key (plan, version, line)
) strict;

-- An indicator as its register lists it: as approved, or as drafted while its plan never was.
create table indicators (
    id integer primary key references records (id),
    plan integer not null references plans (id),
    unit text not null,
    weight text not null,
    responsible integer references posts (id)
) strict;

create index indicators_by_plan on indicators (plan);
create index indicators_by_unit on indicators (unit, id);

create table plan_indicators (
    plan integer not null references plans (id),
    version integer not null,
    indicator integer not null references indicators (id),
    activity integer not null,
    no integer not null,
    name text not null,
    unit text not null,
    unit_name text not null,
    weight text not null,
    before_last text,
    last text,
    band_100 text,
    band_90 text,
    band_80 text,
    band_70 text,
    band_60 text,
    better text not null,
    rule text not null,
    count text not null,
    responsible integer references posts (id),
    evidence_expected text not null,
    reported_with integer references indicators (id),
    primary key (plan, version, indicator)
) strict;

create index plan_indicators_by_indicator on plan_indicators (indicator);
create index plan_indicators_by_source on plan_indicators (reported_with) where reported_with is not null;

create table indicator_progress (
    indicator integer not null references indicators (id),
    quarter integer not null,
    value text,
    remark text not null,
    told_on text not null,
    teller_bn text not null,
    teller_en text not null,
    primary key (indicator, quarter)
) strict;

-- A period that was submitted, and what its figures were that day. Never changed.
create table plan_periods (
    plan integer not null references plans (id),
    period text not null,
    version integer not null,
    submitted_on text not null,
    submitter_bn text not null,
    submitter_en text not null,
    score text not null,
    remark text not null,
    primary key (plan, period)
) strict;

create table plan_period_figures (
    plan integer not null references plans (id),
    period text not null,
    indicator integer not null references indicators (id),
    q1 text,
    q2 text,
    q3 text,
    q4 text,
    score text not null,
    primary key (plan, period, indicator)
) strict;

create table plan_assessments (
    plan integer not null references plans (id),
    period text not null,
    assessor text not null,
    version integer not null,
    assessed_on text not null,
    who_bn text not null,
    who_en text not null,
    remark text not null,
    primary key (plan, period, assessor)
) strict;

create table indicator_assessments (
    plan integer not null references plans (id),
    period text not null,
    assessor text not null,
    indicator integer not null references indicators (id),
    score text,
    remark text not null,
    primary key (plan, period, assessor, indicator)
) strict;
