-- Which organisations that were contacted have the text in their names?
-- One row per organisation, the first $most_rows of them: the one called just so, then those whose
-- name begins so, then those with most contacts. name is its most frequent way of writing in a
-- district; found_count is how many there are.
-- $text: what was typed, as in found.

with

matched as (

    select
        organisation_key,
        sum(contact_count)::bigint as contact_count

    from organisations

    where
        company_key($text) != ''
        and contains(organisation_key, company_key($text))

    group by all

),

counted as (

    select count(*) as found_count

    from matched

),

shown as (

    select *

    from matched

    order by
        organisation_key = company_key($text) desc,
        starts_with(organisation_key, company_key($text)) desc,
        contact_count desc,
        organisation_key

    limit $most_rows

)

select
    shown.organisation_key as id,
    max_by(
        organisations.organisation, (organisations.contact_count, organisations.organisation)
    ) as name,
    null as detail,
    list(distinct organisations.district order by organisations.district) as districts,
    any_value(shown.contact_count) as its_count,
    any_value(counted.found_count) as found_count

from shown

inner join organisations
    on shown.organisation_key = organisations.organisation_key

cross join counted

group by shown.organisation_key

order by
    shown.organisation_key = company_key($text) desc,
    starts_with(shown.organisation_key, company_key($text)) desc,
    its_count desc,
    shown.organisation_key
