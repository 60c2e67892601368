-- Which contacts and receipts name a project that no ledger holds?
-- One row per contact or receipt. Such a contact counts in its own district; such a receipt has
-- no district and counts in none.
-- The first $most_rows of them; found_count in each row is how many there are.

select
    file,
    line,
    district,
    id,
    detail,
    count(*) over () as found_count

from unknown_project_rows

order by
    file,
    line

limit $most_rows
