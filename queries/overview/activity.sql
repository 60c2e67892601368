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

begun as (

    select
        min(first_date) filter (where kind = 'contacts') as contacts_date,
        min(first_date) filter (where kind = 'projects') as projects_date,
        min(first_date) filter (where kind = 'receipts') as receipts_date

    from coverage

),

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
        given_periods.period,
        given_periods.first_day,
        given_periods.last_day,
        given_periods.first_day <= as_of.as_of_date
        and date_trunc('month', begun.contacts_date) <= given_periods.begun_by as has_contacts,
        given_periods.first_day <= as_of.as_of_date
        and date_trunc('month', begun.projects_date) <= given_periods.begun_by as has_projects,
        given_periods.first_day <= as_of.as_of_date
        and date_trunc('month', begun.receipts_date) <= given_periods.begun_by as has_receipts

    from given_periods

    cross join begun

    cross join as_of

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

-- every pair of district and industry in which anything happened
finest as (

    select
        period,
        district,
        industry,
        sum(contact_count) as contact_count,
        sum(attendee_count) as attendee_count,
        sum(lead_count) as lead_count,
        sum(online_count) as online_count,
        sum(channel_known_count) as channel_known_count,
        sum(new_project_count) as new_project_count,
        sum(signed_count) as signed_count,
        sum(signed_investment_wan_cny) as signed_investment_wan_cny,
        sum(signed_investment_known_count) as signed_investment_known_count,
        sum(landed_count) as landed_count,
        sum(received_fdi_wan_usd) as received_fdi_wan_usd,
        sum(project_count) as project_count

    from happened

    where
        (len($districts) = 0 or list_contains($districts, district))
        and (len($industries) = 0 or list_contains($industries, industry))
        and ($capital = 'all' or capital = $capital)

    group by all

),

-- and those in which nothing did
cells as (

    select
        periods.period,
        periods.has_contacts,
        periods.has_projects,
        periods.has_receipts,
        districts.district,
        districts.district_order,
        districts.grid_row,
        districts.grid_column,
        industries.industry,
        industries.industry_order,
        finest.contact_count,
        finest.attendee_count,
        finest.lead_count,
        finest.online_count,
        finest.channel_known_count,
        finest.new_project_count,
        finest.signed_count,
        finest.signed_investment_wan_cny,
        finest.signed_investment_known_count,
        finest.landed_count,
        finest.received_fdi_wan_usd,
        finest.project_count

    from periods

    cross join districts

    cross join industries

    left join finest
        on
            periods.period = finest.period
            and districts.district = finest.district
            and industries.industry = finest.industry

    where
        (len($districts) = 0 or list_contains($districts, districts.district))
        and (len($industries) = 0 or list_contains($industries, industries.industry))

),

sums as (

    select
        cells.period,
        cells.has_contacts,
        cells.has_projects,
        cells.has_receipts,
        groupings.grouped_by,
        if(groupings.by_district, cells.district, null) as district,
        if(groupings.by_industry, cells.industry, null) as industry,
        if(groupings.by_district, cells.district_order, null) as district_order,
        if(groupings.by_district, cells.grid_row, null) as grid_row,
        if(groupings.by_district, cells.grid_column, null) as grid_column,
        if(groupings.by_industry, cells.industry_order, null) as industry_order,
        coalesce(sum(cells.contact_count), 0)::bigint as contact_count,
        coalesce(sum(cells.attendee_count), 0)::bigint as attendee_count,
        coalesce(sum(cells.lead_count), 0)::bigint as lead_count,
        coalesce(sum(cells.online_count), 0)::bigint as online_count,
        coalesce(sum(cells.channel_known_count), 0)::bigint as channel_known_count,
        coalesce(sum(cells.new_project_count), 0)::bigint as new_project_count,
        coalesce(sum(cells.signed_count), 0)::bigint as signed_count,
        coalesce(sum(cells.signed_investment_wan_cny), 0) as signed_investment_wan_cny,
        coalesce(sum(cells.signed_investment_known_count), 0)::bigint
            as signed_investment_known_count,
        coalesce(sum(cells.landed_count), 0)::bigint as landed_count,
        coalesce(sum(cells.received_fdi_wan_usd), 0) as received_fdi_wan_usd,
        coalesce(sum(cells.project_count), 0)::bigint as project_count

    from cells

    cross join (
        values
        ('whole', false, false),
        ('district', true, false),
        ('industry', false, true),
        ('district_and_industry', true, true)
    ) as groupings (grouped_by, by_district, by_industry)

    group by all

)

select
    sums.period,
    sums.grouped_by,
    sums.district,
    sums.industry,
    if(sums.has_contacts, sums.contact_count, null) as contact_count,
    if(sums.has_contacts, sums.attendee_count, null) as attendee_count,
    if(sums.has_contacts, sums.lead_count, null) as lead_count,
    if(sums.has_contacts, sums.online_count, null) as online_count,
    if(sums.has_contacts, sums.channel_known_count, null) as channel_known_count,
    if(
        sums.has_contacts,
        sums.online_count::double / nullif(sums.channel_known_count, 0)::double,
        null
    ) as online_share,
    if(sums.has_projects, sums.new_project_count, null) as new_project_count,
    if(sums.has_projects, sums.signed_count, null) as signed_count,
    if(
        sums.has_projects
        and (sums.signed_count = 0 or sums.signed_investment_known_count > 0),
        sums.signed_investment_wan_cny::double,
        null
    ) as signed_investment_wan_cny,
    if(
        sums.has_projects,
        sums.signed_count - sums.signed_investment_known_count,
        null
    ) as signed_investment_unknown_count,
    if(sums.has_projects, sums.landed_count, null) as landed_count,
    if(sums.has_receipts, sums.received_fdi_wan_usd::double, null) as received_fdi_wan_usd,
    if(sums.has_projects, sums.project_count, null) as project_count,
    sums.grid_row,
    sums.grid_column

from sums

order by
    sums.period desc,
    sums.grouped_by,
    sums.district_order,
    sums.industry_order
