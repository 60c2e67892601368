-- Who brought each project of the districts served, as the whole database spells it?
-- Rows and columns as in the whole database.

create table chain_projects as

select chain_projects.*

from whole.chain_projects

semi join projects
    on chain_projects.project_id = projects.project_id
