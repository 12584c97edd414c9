"""French: the first of a month is said as an ordinal."""
