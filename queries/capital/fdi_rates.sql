-- Which years' rates does the foreign capital of the period need, and which are there?
-- One row per year in which some was contracted or received; cny_per_usd and source are null
-- where rates.csv has none for it, the source is the file where none is stated.
-- $from, $to: the period. $districts, $industries: empty counts all.
-- $capital: all, foreign or domestic.

with

years as (

    select distinct year(month) as year

    from foreign_capital_within($from, $to, $districts, $industries, $capital)

    where contracted_fdi_wan_usd > 0 or received_fdi_wan_usd > 0

)

select
    years.year,
    rates.cny_per_usd::double as cny_per_usd,
    coalesce(rates.source, rates.file) as source

from years

left join rates
    on years.year = rates.year

order by years.year
