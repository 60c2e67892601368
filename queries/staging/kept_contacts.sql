-- Take over the contacts of ledgers that have not changed since the database `earlier` was built.
-- One row per row it holds of them, in its order.
-- $first_file, $last_file: from which file to which, in name order.

insert into contacts by name

select *

from earlier.contacts

where file between $first_file and $last_file
