-- Take over the weights of ledgers that have not changed since the database `earlier` was built,
-- with those it took out for a key that an earlier row had, each where it stands in its file.
-- One row per row it holds of them and per row it took out of them.
-- $first_file, $last_file: from which file to which, in name order.

insert into score_card by name

with

all_rows as (

    select *

    from earlier.score_card

    union all

    select *

    from earlier.repeated_score_card

)

select *

from all_rows

where file between $first_file and $last_file

order by
    file,
    line
