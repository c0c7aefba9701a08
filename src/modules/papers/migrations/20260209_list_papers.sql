-- The list of papers is narrowed by their kind.
create index papers_by_kind on papers (kind, id);
