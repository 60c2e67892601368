-- Add the projects of one batch, read from one file.
-- One row per row of batch; columns are matched by name. An industry that is blank or unknown
-- counts as unclassified.
-- $file: the file they were read from.

insert into projects by name

select
    batch.* replace (coalesce(batch.industry, 'unclassified') as industry),
    $file as file

from batch
