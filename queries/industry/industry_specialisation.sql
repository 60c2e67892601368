-- In which industries is each district specialised, by projects at the period's end?
-- One row per chosen district and industry: location quotient = the industry's share of the
-- district's projects / its share of all districts' projects; null where a share has no base.
-- The shares are of all districts and industries; $districts, $industries (empty: all) only
-- choose the rows shown. $capital: all, foreign or domestic.

with

counted as (

    select
        district,
        industry,
        sum(project_change)::bigint as project_count

    from stages_at($to, [], [], $capital)

    group by all

),

cells as (

    select
        districts.district,
        districts.district_order,
        industries.industry,
        industries.industry_order,
        if(
            exists (select 1 from coverage where coverage.kind = 'projects'),
            coalesce(counted.project_count, 0),
            null
        )::bigint as project_count

    from districts

    cross join industries

    left join counted
        on
            districts.district = counted.district
            and industries.industry = counted.industry

),

shares as (

    select
        *,
        sum(project_count) over (partition by district)::bigint as district_project_count,
        sum(project_count) over (partition by industry)::bigint as industry_project_count,
        sum(project_count) over ()::bigint as all_project_count

    from cells

)

select
    district,
    industry,
    (project_count::double / nullif(district_project_count, 0)::double)
    / nullif(
        industry_project_count::double / nullif(all_project_count, 0)::double, 0
    ) as location_quotient,
    project_count,
    district_project_count,
    industry_project_count,
    all_project_count

from shares

where
    (len($districts) = 0 or list_contains($districts, district))
    and (len($industries) = 0 or list_contains($industries, industry))

order by
    district_order,
    industry_order
