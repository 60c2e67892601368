-- Take over the projects of ledgers that have not changed since the database `earlier` was built.
-- One row per row it holds of them, in its order.
-- $first_file, $last_file: from which file to which, in name order.

insert into projects by name

select *

from earlier.projects

where file between $first_file and $last_file
