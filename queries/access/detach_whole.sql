-- Nothing; the whole database is no longer at hand.

detach whole  -- noqa: PRS
