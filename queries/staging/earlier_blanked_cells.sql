-- Which cells became unknown in the earlier build, and why? One row each, in the order found.

select
    file,
    line,
    column_name,
    value,
    details

from earlier.blanked_cells

where line is not null

order by rowid
