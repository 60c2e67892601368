-- Close the earlier build.

detach earlier  -- noqa: PRS
