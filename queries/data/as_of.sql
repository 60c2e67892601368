-- As of which day do the data stand, and are they invented? One row.

select
    as_of_date,
    is_sample

from as_of
