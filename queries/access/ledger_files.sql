-- What became of each file that holds rows of the districts served?
-- One row per file. A file of theirs alone stands as in the whole database; of one that holds
-- others' rows too only theirs are counted, and what was refused in it is not told: it may be
-- another's. Nor is it of a file with rows of the whole region, which are counted as theirs. The
-- rates of exchange are everybody's.

create table ledger_files as

with

of_scope as (

    select
        file,
        true as is_own

    from projects

    union all

    select
        file,
        true as is_own

    from contacts

    union all

    select
        file,
        true as is_own

    from receipts

    union all

    select
        file,
        true as is_own

    from carriers

    union all

    select
        file,
        true as is_own

    from targets

    union all

    select
        file,
        true as is_own

    from rates

    union all

    select
        file,
        district is not null as is_own

    from annotations

    union all

    select
        file,
        district is not null as is_own

    from score_card

),

counted as (

    select
        file,
        count(*) as served_count,
        count(*) filter (where is_own) as own_count

    from of_scope

    group by all

)

select
    files.* replace (
        if(counted.own_count = files.loaded_count, files.row_count, counted.served_count)
            as row_count,
        counted.served_count as loaded_count,
        if(counted.own_count = files.loaded_count, files.refused_count, 0) as refused_count,
        if(counted.own_count = files.loaded_count, files.details, null) as details,
        if(counted.own_count = files.loaded_count, files.notes, '[]') as notes
    )

from whole.ledger_files as files

inner join counted
    on files.file = counted.file
