-- What do the ledgers say of one company or organisation?
-- One row, of zeros where nothing does. names: its names as written, the most frequent first.
-- project_count: projects it invests in or its contacts name; the other counts are of projects it
-- invests in, of those it brought, and of its contacts.
-- $id: its name, however written (company_key).

with

its_contacts as (

    select
        contacts.organisation,
        contacts.contact_date,
        projects.project_id

    from contacts

    left join projects
        on contacts.project_id = projects.project_id

    where
        contacts.organisation in (

            select organisations.organisation

            from organisations

            where organisations.organisation_key = company_key($id)

        )

),

mentions as (

    select company as name

    from project_companies

    where firm_key = company_key($id)

    union all

    select organisation as name

    from its_contacts

),

names as (

    select
        name,
        count(*) as mention_count

    from mentions

    group by all

),

its_projects as (

    select
        project_id,
        company_role

    from project_companies

    where firm_key = company_key($id)

),

of_either as (

    select project_id

    from its_projects

    where company_role = 'investor'

    union

    select project_id

    from its_contacts

    where project_id is not null

)

select
    (
        select
            coalesce(
                list(names.name order by names.mention_count desc, names.name), []::varchar[]
            )

        from names
    ) as names,
    (
        select count(*)

        from its_projects

        where company_role = 'investor'
    ) as invested_project_count,
    (
        select count(*)

        from its_projects

        where company_role = 'anchor'
    ) as brought_project_count,
    (select count(*) from of_either) as project_count,
    (select count(*) from its_contacts) as contact_count,
    (select min(contact_date) from its_contacts) as first_contact_date,
    (select max(contact_date) from its_contacts) as last_contact_date
