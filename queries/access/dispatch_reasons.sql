-- Why may a project need dispatching?
-- Rows and columns as in the whole database, of which it tells nothing but this.

create table dispatch_reasons as

select *

from whole.dispatch_reasons
