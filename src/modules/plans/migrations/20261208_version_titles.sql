-- What a plan is called is decided on with the rest of it: the working copy has its own title, and every approved version.
alter table plans add column title_bn text not null default '';
alter table plans add column title_en text not null default '';

update plans set title_bn = (select r.title_bn from records r where r.id = plans.id),
    title_en = (select r.title_en from records r where r.id = plans.id);

alter table plan_versions add column title_bn text not null default '';
alter table plan_versions add column title_en text not null default '';

update plan_versions set title_bn = (select r.title_bn from records r where r.id = plan_versions.plan),
    title_en = (select r.title_en from records r where r.id = plan_versions.plan);
