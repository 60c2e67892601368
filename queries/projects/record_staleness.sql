-- How old are the records of each district's open projects at the period's end (the as-of date
-- at the latest)?
-- One row per chosen district, in order: open projects (neither in production nor closed) by the
-- days since their record was updated; an update after the day counts as one on it. Null without
-- a projects ledger.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

span as (

    select least($to::date, (select as_of.as_of_date from as_of)) as last_day

),

ages as (

    select
        stages.district,
        if(
            projects.updated_date is null,
            null,
            greatest(at_end.last_day - projects.updated_date, 0)
        ) as age_days

    from
        project_stages_at(
            (select span.last_day from span), $districts, $industries, $capital
        ) as stages

    inner join projects
        on stages.project_id = projects.project_id

    cross join span as at_end

    where stages.stage not in ('in_production', 'no_follow_up')

),

counted as (

    select
        district,
        count(*) as open_project_count,
        count(*) filter (where age_days <= 7) as updated_within_week_count,
        count(*) filter (where age_days between 8 and 30) as updated_within_month_count,
        count(*) filter (where age_days between 31 and 90) as updated_within_quarter_count,
        count(*) filter (where age_days > 90) as updated_earlier_count,
        count(*) filter (where age_days is null) as undated_count,
        median(age_days)::double as median_record_age_days

    from ages

    group by all

),

ledger as (

    select exists(select 1 from coverage where kind = 'projects') as is_there

)

select
    districts.district,
    if(ledger.is_there, coalesce(counted.open_project_count, 0), null) as open_project_count,
    if(ledger.is_there, coalesce(counted.updated_within_week_count, 0), null)
        as updated_within_week_count,
    if(ledger.is_there, coalesce(counted.updated_within_month_count, 0), null)
        as updated_within_month_count,
    if(ledger.is_there, coalesce(counted.updated_within_quarter_count, 0), null)
        as updated_within_quarter_count,
    if(ledger.is_there, coalesce(counted.updated_earlier_count, 0), null)
        as updated_earlier_count,
    if(ledger.is_there, coalesce(counted.undated_count, 0), null) as undated_count,
    counted.median_record_age_days

from districts

cross join ledger

left join counted
    on districts.district = counted.district

where len($districts) = 0 or list_contains($districts, districts.district)

order by districts.district_order
