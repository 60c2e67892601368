-- What is each code of the other lists called?
-- Rows and columns as in the whole database, of which it tells nothing but this.

create table codes as

select *

from whole.codes
