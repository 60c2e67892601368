-- Which contacts of the districts served name a project that no ledger holds?
-- Rows and columns as in the whole database. $districts: the districts served.

create table unknown_project_rows as

select *

from whole.unknown_project_rows

where list_contains($districts, district)
