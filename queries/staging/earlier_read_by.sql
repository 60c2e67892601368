-- By which reference tables were the ledgers of the earlier build read? One row.

select reference_digest

from earlier.read_by
