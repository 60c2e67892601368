-- Of the projects signed in each month, how many had landed by the as-of date?
-- One row per month of the period, from the first that the projects cover to the as-of date's;
-- zeros where none was signed. landing_rate is null where none was.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

signed as (

    select
        date_trunc('month', signed_date)::date as signed_month,
        count(*) as signed_count,
        count(*) filter (
            where landed_date <= (select as_of.as_of_date from as_of)
        ) as landed_count

    from located_projects

    where
        signed_date between $from::date and $to::date
        and (len($districts) = 0 or list_contains($districts, district))
        and (len($industries) = 0 or list_contains($industries, industry))
        and ($capital = 'all' or capital = $capital)

    group by all

),

months as (

    select
        unnest(
            generate_series(
                greatest(date_trunc('month', $from::date), date_trunc('month', first_date)),
                least($to::date, (select as_of.as_of_date from as_of)),
                interval 1 month
            )
        )::date as signed_month

    from coverage

    where kind = 'projects'

)

select
    months.signed_month,
    coalesce(signed.signed_count, 0) as signed_count,
    coalesce(signed.landed_count, 0) as landed_of_signed_count,
    coalesce(signed.signed_count - signed.landed_count, 0) as not_landed_count,
    signed.landed_count::double / signed.signed_count::double as landing_rate

from months

left join signed
    on months.signed_month = signed.signed_month

order by months.signed_month
