"""French: 1er février 2026, 2 février 2026. What S gives is in languages/apps.py."""

DATE_FORMAT = "jS F Y"
DATETIME_FORMAT = "jS F Y, H:i"
MONTH_DAY_FORMAT = "jS F"
