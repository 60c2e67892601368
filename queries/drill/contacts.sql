-- Which contacts fell within the period?
-- One row per contact, the newest first, a page of them ($page_size rows after $offset): only the
-- days that hold the page are read, however far back it lies.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

day_counts as (

    select
        day,
        sum(contact_count) as contact_count

    from activity_by_day

    where
        day between $from::date and $to::date
        and (len($districts) = 0 or list_contains($districts, district))
        and (len($industries) = 0 or list_contains($industries, industry))
        and ($capital = 'all' or capital = $capital)

    group by day

),

placed as (

    select
        day,
        sum(contact_count) over (order by day desc) as until_count,
        until_count - contact_count as later_count

    from day_counts

),

page_days as (

    select
        day,
        later_count

    from placed

    where
        later_count < $offset + $page_size
        and until_count > $offset

),

skipped as (

    -- of the newest of these days, what stands on the pages before
    select $offset - coalesce(min(later_count), $offset) as row_count

    from page_days

)

select
    contact_id,
    contact_date,
    district,
    industry,
    channel,
    activity,
    organisation,
    origin_country,
    attendee_count,
    lead_count,
    project_id,
    file,
    line

from located_contacts

where
    contact_date in (select page_days.day from page_days)
    and (len($districts) = 0 or list_contains($districts, district))
    and (len($industries) = 0 or list_contains($industries, industry))
    and ($capital = 'all' or capital = $capital)

order by
    contact_date desc,
    contact_id

limit $page_size offset (select skipped.row_count from skipped)
