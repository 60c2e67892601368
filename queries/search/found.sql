-- Which projects, companies or carriers have the text in their number or names?
-- One row per thing, the first $most_rows of them: those called just so, then those with a name
-- that begins so, then those with most projects or contacts. found_count is how many there are.
-- $kind: project, company or carrier.
-- $text: what was typed; width, spaces and capitals make no difference (company_key), and no sign
-- in it stands for others. Nothing is found where it holds no letter.

with

matched as (

    select *

    from search_entries

    where
        kind = $kind
        and company_key($text) != ''
        and contains(search_words, company_key($text))

),

counted as (

    select count(*) as found_count

    from matched

)

select
    matched.id,
    matched.name,
    matched.detail,
    list_distinct(matched.districts) as districts,
    coalesce(matched.project_count, matched.contact_count) as its_count,
    counted.found_count

from matched

cross join counted

order by
    contains(matched.search_words, chr(10) || company_key($text) || chr(10)) desc,
    contains(matched.search_words, chr(10) || company_key($text)) desc,
    its_count desc,
    matched.name,
    matched.id

limit $most_rows
