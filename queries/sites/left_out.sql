-- What do the figures of sites leave out?
-- One row: viewings within the period and projects known by its end whose carrier the sites
-- ledger does not hold, wherever they are; and sites of the chosen districts that are neither
-- buildings nor land, or do not say.
-- $from, $to: the period. $districts: where the site stands; empty shows all.
-- $industries: whose viewings and projects count; empty counts all. $capital: all, foreign or
-- domestic.

select
    (
        select coalesce(sum(viewings.viewing_count), 0)::bigint

        from viewings_within($from, $to, $industries, $capital) as viewings

        where viewings.carrier_id not in (select sites.carrier_id from sites)
    ) as unlisted_viewing_count,
    (
        select count(*)

        from site_projects_at($to, $industries, $capital) as projects

        where projects.carrier_id not in (select sites.carrier_id from sites)
    ) as unlisted_project_count,
    (
        select count(*)

        from sites

        where
            coalesce(sites.kind not in ('building', 'park', 'parcel'), true)
            and (len($districts) = 0 or list_contains($districts, sites.district))
    ) as other_kind_count
