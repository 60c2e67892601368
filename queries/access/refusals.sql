-- Which rows of the districts served were refused?
-- Rows and columns as in the whole database, of files whose every row is theirs.

create table refusals as

with

own_files as (

    select ledger_files.file

    from ledger_files

    inner join whole.ledger_files as files
        on
            ledger_files.file = files.file
            and ledger_files.loaded_count = files.loaded_count

)

select refusals.*

from whole.refusals

semi join own_files
    on refusals.file = own_files.file
