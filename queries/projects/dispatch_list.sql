-- Which projects need attention at the period's end (the as-of date at the latest), and why?
-- One row per project and reason (dispatch_reasons): overdue, its follow-up day has passed; no
-- contact for so many days, of a project that has not landed; signed so many days ago and not
-- landed. Closed projects and those in production need none. The largest agreed investment
-- first, unknown amounts last, then the longest wait.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

span as (

    select least($to::date, (select as_of.as_of_date from as_of)) as last_day

),

last_contacts as (

    select
        project_id,
        max(contact_date) as last_contact_date

    from project_contact_days

    where contact_date <= (select span.last_day from span)

    group by all

),

standing as (

    select
        projects.project_id,
        projects.project_name,
        projects.district,
        projects.industry,
        stages.stage,
        projects.owner,
        projects.lead_date,
        projects.signed_date,
        projects.next_follow_up_date,
        projects.agreed_investment_wan_cny,
        last_contacts.last_contact_date

    from
        project_stages_at(
            (select span.last_day from span), $districts, $industries, $capital
        ) as stages

    inner join projects
        on stages.project_id = projects.project_id

    left join last_contacts
        on projects.project_id = last_contacts.project_id

    where stages.stage not in ('in_production', 'no_follow_up')

),

waiting as (

    select
        standing.*,
        'overdue' as dispatch_reason,
        span.last_day - standing.next_follow_up_date as waiting_days

    from standing

    cross join span

    union all

    select
        standing.*,
        'no_contact' as dispatch_reason,
        span.last_day - coalesce(standing.last_contact_date, standing.lead_date)
            as waiting_days

    from standing

    cross join span

    where
        standing.stage != 'landed'
        and exists (select 1 from coverage where coverage.kind = 'contacts')

    union all

    select
        standing.*,
        'not_landed' as dispatch_reason,
        span.last_day - standing.signed_date as waiting_days

    from standing

    cross join span

    where standing.stage = 'signed'

)

select
    waiting.project_id,
    waiting.project_name,
    waiting.district,
    waiting.industry,
    waiting.stage,
    waiting.dispatch_reason,
    waiting.waiting_days::integer as waiting_days,
    waiting.owner,
    waiting.last_contact_date,
    waiting.next_follow_up_date,
    waiting.agreed_investment_wan_cny::double as agreed_investment_wan_cny

from waiting

inner join dispatch_reasons
    on waiting.dispatch_reason = dispatch_reasons.dispatch_reason

where waiting.waiting_days >= dispatch_reasons.least_days

order by
    waiting.agreed_investment_wan_cny desc nulls last,
    waiting.waiting_days desc,
    waiting.project_id,
    dispatch_reasons.dispatch_reason_order
