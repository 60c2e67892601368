-- How far are the districts with their targets for the year of the last day, counted from the
-- first day, which is that year's, to the last?
-- One row per target of a chosen district; actual is null where no ledger tells it, completion =
-- actual / target. Targets are set for all industries and all capital.
-- chosen_districts: empty chooses all.

create or replace macro targets_within(first_day, last_day, chosen_districts) as table (

    with

    activity as (

        select
            district,
            sum(contact_count)::double as contact_count,
            sum(attendee_count)::double as attendee_count,
            sum(lead_count)::double as lead_count,
            sum(new_project_count)::double as new_project_count,
            sum(signed_count)::double as signed_count,
            sum(signed_investment_wan_cny)::double as signed_investment_wan_cny,
            sum(landed_count)::double as landed_count,
            sum(received_fdi_wan_usd)::double as received_fdi_wan_usd,
            sum(signed_count) > 0 and sum(signed_investment_known_count) = 0
                as is_investment_unknown

        from activity_within(first_day, last_day, chosen_districts, [], 'all')

        group by all

    ),

    actuals as (

        select
            district,
            metric,
            is_investment_unknown,
            actual

        from activity

        unpivot (
            actual for metric in (
                contact_count,
                attendee_count,
                lead_count,
                new_project_count,
                signed_count,
                signed_investment_wan_cny,
                landed_count,
                received_fdi_wan_usd
            )
        )

    ),

    known_targets as (

        select
            targets.*,
            case
                when targets.metric in ('contact_count', 'attendee_count', 'lead_count')
                    then 'contacts'
                when targets.metric = 'received_fdi_wan_usd' then 'receipts'
                else 'projects'
            end as kind

        from targets

        where
            year = year(first_day::date)
            and first_day::date <= last_day::date
            and (len(chosen_districts) = 0 or list_contains(chosen_districts, district))

    ),

    progress as (

        select
            known_targets.*,
            if(
                coverage.kind is null
                or known_targets.metric = 'signed_investment_wan_cny'
                and actuals.is_investment_unknown,
                null,
                coalesce(actuals.actual, 0)
            ) as actual

        from known_targets

        left join coverage
            on known_targets.kind = coverage.kind

        left join actuals
            on
                known_targets.district = actuals.district
                and known_targets.metric = actuals.metric

    )

    select
        progress.district,
        progress.metric,
        progress.target::double as target,
        progress.actual,
        progress.actual / nullif(progress.target, 0)::double as completion,
        progress.line

    from progress

    inner join districts
        on progress.district = districts.district

)
