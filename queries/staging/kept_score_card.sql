-- Take over the weights of ledgers that have not changed since the database `earlier` was built.
-- One row per row it holds of them, in its order.
-- $first_file, $last_file: from which file to which, in name order.

insert into score_card by name

select *

from earlier.score_card

where file between $first_file and $last_file
