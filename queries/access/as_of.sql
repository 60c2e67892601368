-- As of which day do the data stand? The whole's day, so that nobody's today is another.
-- Rows and columns as in the whole database, of which it tells nothing but this.

create table as_of as

select *

from whole.as_of
