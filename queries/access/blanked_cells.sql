-- Which cells of the districts served became unknown?
-- Rows and columns as in the whole database, of files whose every row is theirs.

create table blanked_cells as

with

own_files as (

    select ledger_files.file

    from ledger_files

    inner join whole.ledger_files as files
        on
            ledger_files.file = files.file
            and ledger_files.loaded_count = files.loaded_count

)

select blanked_cells.*

from whole.blanked_cells

semi join own_files
    on blanked_cells.file = own_files.file
