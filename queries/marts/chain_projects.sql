-- Which company brought each project, who invests in it, and when had it got how far?
-- One row per project. referred_by: the company as its first project writes it, whatever the
-- spelling in this one (company_key), so that the name shown on a past day never changes later;
-- null where none is named. firm_key: the investor's (company_key). *_day: the first day it had
-- got so far or further, closed or not; null where it never did.

create or replace table chain_projects as

with

reached as (

    select
        project_id,
        min(from_day) as first_day,
        min(from_day) filter (where step >= 1) as talks_day,
        min(from_day) filter (where step >= 3) as signed_day,
        min(from_day) filter (where step >= 4) as landed_day,
        min(from_day) filter (where step >= 5) as production_day

    from stage_steps

    group by all

),

keyed as (

    select
        projects.project_id,
        projects.chain_role,
        projects.lead_source,
        projects.referred_by as referred_by_as_written,
        reached.talks_day,
        reached.signed_day,
        reached.landed_day,
        reached.production_day,
        company_key(projects.referred_by) as referrer_key,
        company_key(projects.investor) as firm_key,
        least(reached.first_day, projects.closed_date) as known_day

    from projects

    inner join reached
        on projects.project_id = reached.project_id

)

select
    project_id,
    chain_role,
    lead_source,
    referred_by_as_written,
    firm_key,
    talks_day,
    signed_day,
    landed_day,
    production_day,
    coalesce(firm_key = referrer_key, false) as is_referrers_own,
    first_value(referred_by_as_written) over (
        partition by referrer_key
        order by
            known_day,
            project_id
    ) as referred_by

from keyed
