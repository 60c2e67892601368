-- How many projects (in the library at $to) and contacts ($from to $to) stand behind the
-- figures? One row, counted from the marts.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

select
    (
        select coalesce(sum(project_change), 0)::bigint

        from stages_at($to, $districts, $industries, $capital)
    ) as project_count,
    (
        select coalesce(sum(contact_count), 0)::bigint

        from activity_within($from, $to, $districts, $industries, $capital)
    ) as contact_count
