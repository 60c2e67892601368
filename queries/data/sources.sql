-- Where does each ledger come from? One row per file that loaded, in name order; source is null
-- where sources.csv does not name it.

select
    ledger_files.file,
    ledger_files.kind,
    any_value(sources.source) as source,
    any_value(sources.as_of_date) as as_of_date

from ledger_files

left join sources
    on ledger_files.file = sources.file

where ledger_files.loaded_count > 0

group by all

order by ledger_files.file
