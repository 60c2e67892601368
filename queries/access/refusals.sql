-- Which rows of the districts served were refused?
-- Rows and columns as in the whole database, of files whose every row is theirs.

create table refusals as

with

shared_files as (

    select file

    from annotations

    where district is null

    union all

    select file

    from score_card

    where district is null

),

own_files as (

    select ledger_files.file

    from ledger_files

    inner join whole.ledger_files as files
        on
            ledger_files.file = files.file
            and ledger_files.loaded_count = files.loaded_count

    anti join shared_files
        on ledger_files.file = shared_files.file

)

select refusals.*

from whole.refusals

semi join own_files
    on refusals.file = own_files.file
