-- Which companies stand behind each project?
-- One row per project and company_role: its investor, or the anchor that brought it. company is as
-- the project writes it, firm_key the same for all ways of writing one company (company_key).

create or replace table project_companies as

with

named as (

    select
        project_id,
        district,
        'investor' as company_role,
        investor as company

    from projects

    where investor is not null

    union all

    select
        project_id,
        district,
        'anchor' as company_role,
        referred_by as company

    from projects

    where referred_by is not null

)

select
    project_id,
    district,
    company_role,
    company,
    company_key(company) as firm_key

from named
