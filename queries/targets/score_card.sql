-- How many points has each district earned by its score card in the year of the period's end?
-- One row per metric of a district's card, the district with most points first, metrics in the
-- card's order. target, actual and completion are those of target_progress. points = weight ×
-- counted_completion, which is the completion up to $most_completion; null without a target or
-- where the actual is unknown. district_points adds up the points that are known;
-- district_counted_weight the weights these are of, district_weight all of the card's.
-- A district's own weight takes the place of the one for all districts.
-- No rows for a year that begins after the as-of date. $districts: empty counts all.
-- $year_from, $year_to: that year's first day, and its last or the as-of date.

with

district_cards as (

    select
        districts.district,
        districts.district_order,
        score_card.metric,
        score_card.weight::double as weight,
        min((score_card.file, score_card.line)) over (partition by score_card.metric)
            as metric_order

    from districts

    inner join score_card
        on
            score_card.district is null
            or districts.district = score_card.district

    where
        $year_from::date <= $year_to::date
        and (len($districts) = 0 or list_contains($districts, districts.district))

    qualify
        row_number() over (
            partition by districts.district, score_card.metric
            order by score_card.district nulls last
        ) = 1

),

earned as (

    select
        district_cards.*,
        targets.target,
        targets.actual,
        targets.completion,
        -- Not least(), which would take the limit for a completion that is unknown.
        if(
            targets.completion > $most_completion::double,
            $most_completion::double,
            targets.completion
        ) as counted_completion,
        district_cards.weight * counted_completion as points

    from district_cards

    left join targets_within($year_from, $year_to, $districts) as targets
        on
            district_cards.district = targets.district
            and district_cards.metric = targets.metric

),

totals as (

    select
        district,
        sum(points) as district_points,
        coalesce(sum(weight) filter (where points is not null), 0) as district_counted_weight,
        sum(weight) as district_weight

    from earned

    group by all

)

select
    earned.district,
    earned.metric,
    earned.target,
    earned.actual,
    earned.completion,
    earned.counted_completion,
    earned.weight,
    earned.points,
    totals.district_points,
    totals.district_counted_weight,
    totals.district_weight

from earned

inner join totals
    on earned.district = totals.district

order by
    totals.district_points desc nulls last,
    earned.district_order,
    earned.metric_order
