-- On which days was each project of the districts served in contact?
-- Rows and columns as in the whole database.

create table project_contact_days as

select project_contact_days.*

from whole.project_contact_days

semi join projects
    on project_contact_days.project_id = projects.project_id
