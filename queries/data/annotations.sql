-- What is noted of the whole region and of the chosen districts on the days of a period?
-- One row per note, in the order of days: the latest ones, $most at the most; found_count in each
-- row is how many there are. district is null for the whole region.
-- $from, $to: the period. $districts: empty counts all.

with

found as (

    select
        annotations.*,
        count(*) over () as found_count

    from annotations

    where
        date between $from::date and $to::date
        and (
            district is null
            or len($districts) = 0
            or list_contains($districts, district)
        )

    order by
        date desc,
        file desc,
        line desc

    limit $most

)

select
    date,
    text,
    text_zh,
    text_en,
    kind,
    district,
    found_count

from found

order by
    date,
    file,
    line
