"""The amounts in the shape of the parameter files of openfisca-core, which policyengine-core has kept."""

from __future__ import annotations

from typing import Any

from bench.rights.case import amounts


def parameters() -> dict[str, Any]:
    """Values by date; tables as scales with brackets, of two dimensions as a node of them."""
    every: dict[str, Any] = {}
    for name, by_day in amounts().items():
        rows = next(iter(by_day.values()))
        if not isinstance(rows, dict):
            every[name] = {"values": {day: {"value": value} for day, value in by_day.items()}}
        elif isinstance(next(iter(rows.values())), dict):
            named = {1: "one", 2: "two", 3: "three_or_more"}
            every[name] = {
                named[key]: _scale({day: table[key] for day, table in by_day.items()}) for key in rows
            }
        else:
            every[name] = _scale(by_day)
    return every


def _scale(by_day: dict[str, dict[int, float]]) -> dict[str, Any]:
    starts = next(iter(by_day.values()))
    brackets = [
        {
            "threshold": {day: {"value": start} for day in by_day},
            "amount": {day: {"value": rows[start]} for day, rows in by_day.items()},
        }
        for start in starts
    ]
    return {"metadata": {"type": "single_amount"}, "brackets": brackets}
