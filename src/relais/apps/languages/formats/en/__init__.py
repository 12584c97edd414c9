"""English as in Brussels: the day before the month."""
