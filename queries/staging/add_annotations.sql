-- Add the notes of one batch, read from one file.
-- One row per row of batch; columns are matched by name.
-- $file: the file they were read from.

insert into annotations by name

select
    batch.*,
    $file as file

from batch
