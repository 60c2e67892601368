-- Which projects, companies and carriers can be searched for, and by which words?
-- One row per project, company and carrier. id is its own number, a company's what its names are
-- compared by (company_key); a company's name is the way of writing that most projects have.
-- search_words: the keys of all words it is found by, a line feed before and after each: no key
-- holds one. The counts are of projects and contacts as the ledgers have them, whatever their day;
-- null where such are not counted.

create or replace table search_entries as

with

contacts_of_projects as (

    select
        project_id,
        count(*) as contact_count

    from contacts

    where project_id is not null

    group by all

),

projects_of_carriers as (

    select
        carrier_id,
        count(*) as project_count

    from projects

    where carrier_id is not null

    group by all

),

companies as (

    select
        firm_key,
        company,
        count(distinct project_id) as project_count

    from project_companies

    group by all

),

company_counts as (

    select
        firm_key,
        list_sort(list(distinct district)) as districts,
        count(distinct project_id) as project_count

    from project_companies

    group by all

)

select
    'project' as kind,
    projects.project_id as id,
    projects.project_name as name,
    projects.investor as detail,
    [projects.district] as districts,
    null::bigint as project_count,
    coalesce(contacts_of_projects.contact_count, 0) as contact_count,
    chr(10) || concat_ws(
        chr(10),
        company_key(projects.project_id),
        company_key(projects.project_name),
        company_key(projects.investor)
    ) || chr(10) as search_words

from projects

left join contacts_of_projects
    on projects.project_id = contacts_of_projects.project_id

union all

select
    'company' as kind,
    companies.firm_key as id,
    max_by(companies.company, (companies.project_count, companies.company)) as name,
    null as detail,
    any_value(company_counts.districts) as districts,
    any_value(company_counts.project_count) as project_count,
    null as contact_count,
    chr(10) || companies.firm_key || chr(10) as search_words

from companies

inner join company_counts
    on companies.firm_key = company_counts.firm_key

group by companies.firm_key

union all

select
    'carrier' as kind,
    sites.carrier_id as id,
    sites.carrier_name as name,
    concat_ws(' · ', sites.developer, sites.operator) as detail,
    [sites.district] as districts,
    coalesce(projects_of_carriers.project_count, 0) as project_count,
    null as contact_count,
    chr(10) || concat_ws(
        chr(10),
        company_key(sites.carrier_id),
        company_key(sites.carrier_name),
        company_key(sites.developer),
        company_key(sites.operator)
    ) || chr(10) as search_words

from sites

left join projects_of_carriers
    on sites.carrier_id = projects_of_carriers.carrier_id
