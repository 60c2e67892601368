-- What did the whole, each district, each industry and each pair of them do in the period, and
-- in the one compared with?
-- One row per period ('this'; 'compared' where $compare_from is given), grouping ('whole',
-- 'district', 'industry', 'district_and_industry') and chosen member, in official order; zeros
-- where nothing happened. project_count: the projects in the library at the period's end,
-- whatever became of them. Rates are made of added numerators and denominators.
-- A measure is null where it is unknown: its ledger absent; the period wholly before that ledger
-- begins or after the as-of date, or the compared period beginning before the month the ledger
-- begins in; amounts of which none is known; a share of nothing.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

given_periods as (

    select
        'this' as period,
        $from::date as first_day,
        $to::date as last_day,
        -- a ledger that has begun by this day says something of the period
        $to::date as begun_by

    union all

    select
        'compared' as period,
        $compare_from::date as first_day,
        $compare_to::date as last_day,
        $compare_from::date as begun_by

    where $compare_from::date is not null

),

periods as (

    select
        given_periods.*,
        coalesce(bool_or(coverage.kind = 'contacts'), false) as has_contacts,
        coalesce(bool_or(coverage.kind = 'projects'), false) as has_projects,
        coalesce(bool_or(coverage.kind = 'receipts'), false) as has_receipts

    from given_periods

    left join coverage
        on
            date_trunc('month', coverage.first_date) <= given_periods.begun_by
            and given_periods.first_day <= (select as_of.as_of_date from as_of)

    group by all

),

happened as (

    select
        periods.period,
        activity_by_month.*

    from activity_by_month

    inner join periods
        on is_in_whole_month(activity_by_month.month, periods.first_day, periods.last_day)

    union all by name

    select
        periods.period,
        activity_by_day.*

    from activity_by_day

    inner join periods
        on is_in_part_month(activity_by_day.day, periods.first_day, periods.last_day)

    -- known before any row is read: whole months need no days
    where
        not is_whole_months($from, $to)
        or not coalesce(is_whole_months($compare_from, $compare_to), true)

    union all by name

    select
        periods.period,
        stage_changes_by_month.district,
        stage_changes_by_month.industry,
        stage_changes_by_month.capital,
        stage_changes_by_month.project_change as project_count

    from stage_changes_by_month

    inner join periods
        on stage_changes_by_month.month < whole_months_until(periods.last_day)

    union all by name

    select
        periods.period,
        stage_changes_by_day.district,
        stage_changes_by_day.industry,
        stage_changes_by_day.capital,
        stage_changes_by_day.project_change as project_count

    from stage_changes_by_day

    inner join periods
        on
            stage_changes_by_day.day
            between whole_months_until(periods.last_day) and periods.last_day

    where
        whole_months_until($to) <= $to::date
        or whole_months_until($compare_to) <= $compare_to::date

),

cells as (

    select * exclude (capital, month, day)

    from happened

    where
        (len($districts) = 0 or list_contains($districts, district))
        and (len($industries) = 0 or list_contains($industries, industry))
        and ($capital = 'all' or capital = $capital)

    union all by name

    -- so that a member in which nothing happened has its row
    select
        periods.period,
        districts.district,
        industries.industry,
        0 as contact_count

    from periods

    cross join districts

    cross join industries

    where
        (len($districts) = 0 or list_contains($districts, districts.district))
        and (len($industries) = 0 or list_contains($industries, industries.industry))

),

sums as (

    select
        period,
        district,
        industry,
        case grouping(district, industry)
            when 0 then 'district_and_industry'
            when 1 then 'district'
            when 2 then 'industry'
            else 'whole'
        end as grouped_by,
        coalesce(sum(contact_count), 0)::bigint as contact_count,
        coalesce(sum(attendee_count), 0)::bigint as attendee_count,
        coalesce(sum(lead_count), 0)::bigint as lead_count,
        coalesce(sum(online_count), 0)::bigint as online_count,
        coalesce(sum(channel_known_count), 0)::bigint as channel_known_count,
        coalesce(sum(new_project_count), 0)::bigint as new_project_count,
        coalesce(sum(signed_count), 0)::bigint as signed_count,
        coalesce(sum(signed_investment_wan_cny), 0) as signed_investment_wan_cny,
        coalesce(sum(signed_investment_known_count), 0)::bigint
            as signed_investment_known_count,
        coalesce(sum(landed_count), 0)::bigint as landed_count,
        coalesce(sum(received_fdi_wan_usd), 0) as received_fdi_wan_usd,
        coalesce(sum(project_count), 0)::bigint as project_count

    from cells

    group by grouping sets (
        (period), (period, district), (period, industry), (period, district, industry)
    )

)

select
    sums.period,
    sums.grouped_by,
    sums.district,
    sums.industry,
    if(periods.has_contacts, sums.contact_count, null) as contact_count,
    if(periods.has_contacts, sums.attendee_count, null) as attendee_count,
    if(periods.has_contacts, sums.lead_count, null) as lead_count,
    if(periods.has_contacts, sums.online_count, null) as online_count,
    if(periods.has_contacts, sums.channel_known_count, null) as channel_known_count,
    if(
        periods.has_contacts,
        sums.online_count::double / nullif(sums.channel_known_count, 0)::double,
        null
    ) as online_share,
    if(periods.has_projects, sums.new_project_count, null) as new_project_count,
    if(periods.has_projects, sums.signed_count, null) as signed_count,
    if(
        periods.has_projects
        and (sums.signed_count = 0 or sums.signed_investment_known_count > 0),
        sums.signed_investment_wan_cny::double,
        null
    ) as signed_investment_wan_cny,
    if(
        periods.has_projects,
        sums.signed_count - sums.signed_investment_known_count,
        null
    ) as signed_investment_unknown_count,
    if(periods.has_projects, sums.landed_count, null) as landed_count,
    if(periods.has_receipts, sums.received_fdi_wan_usd::double, null) as received_fdi_wan_usd,
    if(periods.has_projects, sums.project_count, null) as project_count,
    districts.grid_row,
    districts.grid_column

from sums

inner join periods
    on sums.period = periods.period

left join districts
    on sums.district = districts.district

left join industries
    on sums.industry = industries.industry

order by
    sums.period desc,
    sums.grouped_by,
    districts.district_order,
    industries.industry_order
