-- Add the sources of one batch, read from one file.
-- One row per row of batch; columns are matched by name.
-- $file: the file they were read from.

insert into sources by name

select
    batch.*,
    $file as stated_in

from batch
