-- Which capital has arrived for projects of the districts served?
-- Rows and columns as in the whole database.

create table receipts as

select receipts.*

from whole.receipts

semi join projects
    on receipts.project_id = projects.project_id
