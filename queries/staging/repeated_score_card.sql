-- Which rows of the score card repeat a key that an earlier row has? They are taken out of it.
-- Leaves the table repeated_score_card with the rows taken out, as they were, and the table
-- repeated_rows: one row per row taken out, and where the first one stands.
-- The first is the first in file name order, then by line; all districts are a key of their own.

create or replace temp table repeated_rows as

with

ordered as (

    select
        file,
        line,
        concat_ws(', ', district, metric) as value,
        first_value(file) over earlier as first_file,
        first_value(line) over earlier as first_line,
        row_number() over earlier as position

    from score_card

    window earlier as (
        partition by district, metric
        order by file, line
    )

)

select
    file,
    line,
    value,
    first_file,
    first_line

from ordered

where position > 1;

create or replace table repeated_score_card as

select score_card.*

from score_card

inner join repeated_rows
    on
        score_card.file = repeated_rows.file
        and score_card.line = repeated_rows.line

order by
    score_card.file,
    score_card.line;

delete from score_card

using repeated_rows

where
    score_card.file = repeated_rows.file
    and score_card.line = repeated_rows.line
