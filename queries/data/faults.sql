-- Which rows were refused and which cells became unknown, and why?
-- One row per refused row, refused file or cell, in the order of files and their lines.
-- $files: files to list; empty lists all.
-- $page_size, $offset: how many of them, from which on; found_count in each row is how many
-- there are. details is a JSON list of all reasons; kind is null where the file was refused whole.

with

faults as (

    select
        file,
        line,
        column_name,
        value,
        details,
        true as is_refused

    from refusals

    union all

    select
        file,
        line,
        column_name,
        value,
        details,
        false as is_refused

    from blanked_cells

)

select
    faults.file,
    ledger_files.kind,
    faults.line,
    faults.column_name,
    faults.value,
    faults.details,
    faults.is_refused,
    count(*) over () as found_count

from faults

left join ledger_files
    on faults.file = ledger_files.file

where
    len($files) = 0
    or list_contains($files, faults.file)

order by
    faults.file,
    faults.line nulls first,
    faults.is_refused desc,
    faults.column_name

limit
    $page_size

    offset $offset
