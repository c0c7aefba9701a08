-- A list may be narrowed to the stage of records that have one.
create index records_by_stage on records (kind, stage, id) where stage <> '';
