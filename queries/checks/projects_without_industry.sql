-- Which projects have no industry that the reference table knows? One row per project.

select
    file,
    line,
    district,
    project_id as id,
    project_name as detail

from projects

where industry = 'unclassified'

order by
    file,
    line
