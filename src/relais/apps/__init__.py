"""The first floor: one Django app per domain, all of one shape."""
