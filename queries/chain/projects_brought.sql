-- How many projects known by the period's end did a company bring, and how many did none?
-- One row. chain_led_count: of those that name no company, the ones whose lead came by the supply
-- chain or by a company's referral. company_count: companies that brought any.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

select
    count(*) filter (where referred_by is not null) as brought_count,
    count(*) filter (where referred_by is null) as not_brought_count,
    count(*) filter (
        where referred_by is null and lead_source in ('supply_chain', 'referral')
    ) as chain_led_count,
    count(distinct referred_by) as company_count

from chain_projects_at($to, $districts, $industries, $capital)
