"""Codes of SDMX: how a value is known (CL_OBS_STATUS), and whether it may be shown (CL_CONF_STATUS)."""

from __future__ import annotations

NORMAL, MISSING = "A", "M"
QUALITIES = "ABDEFMNPU"  # normal, break, definition differs, estimated, forecast, missing, not significant, …
FREE, HIDDEN = "F", "C"
SECRECIES = FREE + HIDDEN
