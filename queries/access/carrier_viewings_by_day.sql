-- How often was each site of the districts served shown to investors on each day?
-- Rows and columns as in the whole database; whoever showed it. Sites that no ledger holds are
-- nobody's and not here.

create table carrier_viewings_by_day as

select viewings.*

from whole.carrier_viewings_by_day as viewings

semi join carriers
    on viewings.carrier_id = carriers.carrier_id
