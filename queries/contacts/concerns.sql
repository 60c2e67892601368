-- Which concerns were raised within the period, and what had become of them by the as-of date?
-- One row per concern, in order, zeros where it was not raised; 'unknown' only where one is.
-- Resolved: by the as-of date. Days to answer from the contact that raised it to its resolution;
-- those resolved before they were raised are left out of the median (out_of_order_count). Open
-- days up to the as-of date; null where none is open. day_unread_count: of the open ones, those
-- whose day of resolution could not be read. Null where no contacts ledger covers the period or
-- none of its contacts ever names a concern.
-- $from, $to: the period. $districts, $industries: empty counts all.
-- $capital: all, foreign or domestic.

with

raised as (

    select
        concern,
        resolved_date is not null as is_resolved,
        is_day_unread,
        resolved_date - contact_date as taken_days,
        if(
            resolved_date is null,
            (select as_of.as_of_date from as_of) - contact_date,
            null
        ) as open_days

    from raised_concerns

    where
        contact_date between $from::date and $to::date
        and (len($districts) = 0 or list_contains($districts, district))
        and (len($industries) = 0 or list_contains($industries, industry))
        and ($capital = 'all' or capital = $capital)

),

counted as (

    select
        concern,
        count(*) as raised_count,
        count(*) filter (where is_resolved) as resolved_count,
        count(*) filter (where not is_resolved) as open_count,
        median(taken_days) filter (where taken_days >= 0)::double as median_days_to_answer,
        median(open_days) filter (where open_days >= 0)::double as median_open_days,
        max(open_days) filter (where open_days >= 0)::integer as oldest_open_days,
        count(*) filter (where taken_days < 0) as out_of_order_count,
        count(*) filter (where is_day_unread) as day_unread_count

    from raised

    group by all

),

all_concerns as (

    select
        code as concern,
        code_order as concern_order

    from codes

    where list = 'concern'

    union all

    select
        concern,
        1000 as concern_order

    from counted

    where concern = 'unknown'

),

ledger as (

    select
        is_covered('contacts', $from, $to)
        and exists (select 1 from raised_concerns) as has_concerns

)

select
    all_concerns.concern,
    if(ledger.has_concerns, coalesce(counted.raised_count, 0), null) as raised_count,
    if(ledger.has_concerns, coalesce(counted.resolved_count, 0), null) as resolved_count,
    if(ledger.has_concerns, coalesce(counted.open_count, 0), null) as open_count,
    counted.median_days_to_answer,
    counted.median_open_days,
    counted.oldest_open_days,
    coalesce(counted.out_of_order_count, 0) as out_of_order_count,
    coalesce(counted.day_unread_count, 0) as day_unread_count

from all_concerns

cross join ledger

left join counted
    on all_concerns.concern = counted.concern

order by all_concerns.concern_order
