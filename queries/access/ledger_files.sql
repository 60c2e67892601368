-- What became of each file that holds rows of the districts served?
-- One row per file. A file of theirs alone stands as in the whole database; of one that holds
-- others' rows too only theirs are counted, and what was refused in it is not told: it may be
-- another's. The rates of exchange are everybody's.

create table ledger_files as

with

of_scope as (

    select file from projects

    union all

    select file from contacts

    union all

    select file from receipts

    union all

    select file from carriers

    union all

    select file from targets

    union all

    select file from rates

),

counted as (

    select
        file,
        count(*) as own_count

    from of_scope

    group by all

)

select
    files.* replace (
        if(counted.own_count = files.loaded_count, files.row_count, counted.own_count)
            as row_count,
        counted.own_count as loaded_count,
        if(counted.own_count = files.loaded_count, files.refused_count, 0) as refused_count,
        if(counted.own_count = files.loaded_count, files.details, null) as details,
        if(counted.own_count = files.loaded_count, files.notes, '[]') as notes
    )

from whole.ledger_files as files

inner join counted
    on files.file = counted.file
