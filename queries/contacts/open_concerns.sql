-- Which concerns raised within the period were still open on the as-of date?
-- One row per contact that raised one, the oldest first. open_days up to the as-of date, null
-- for a contact dated after it; concern and origin are 'unknown' where the cell is.
-- $from, $to: the period. $districts, $industries: empty counts all.
-- $capital: all, foreign or domestic.

select
    concern,
    if(
        contact_date <= (select as_of.as_of_date from as_of),
        ((select as_of.as_of_date from as_of) - contact_date)::integer,
        null
    ) as open_days,
    contact_date,
    district,
    organisation,
    origin_country,
    industry,
    project_id,
    contact_id

from raised_concerns

where
    resolved_date is null
    and contact_date between $from::date and $to::date
    and (len($districts) = 0 or list_contains($districts, district))
    and (len($industries) = 0 or list_contains($industries, industry))
    and ($capital = 'all' or capital = $capital)

order by
    contact_date,
    contact_id
