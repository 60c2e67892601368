-- Which rows were taken out because an earlier row has the same key? One row each.

select
    file,
    line,
    value,
    first_file,
    first_line

from repeated_rows

order by
    file,
    line
