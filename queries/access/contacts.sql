-- Which contacts are of the districts served?
-- Rows and columns as in the whole database; a blank industry is filled with the project's here,
-- as the project may be of a district that is not served.
-- $districts: the districts served.

create table contacts as

select contacts.* replace (coalesce(contacts.industry, projects.industry) as industry)

from whole.contacts

left join whole.projects
    on contacts.project_id = projects.project_id

where list_contains($districts, contacts.district)
