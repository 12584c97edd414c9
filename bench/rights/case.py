"""What every engine is asked: on which day, which results, and the one household that is explained."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

DAY = dt.date(2025, 2, 1)
OF_PERSONS = ("child_amount", "school_bonus")
OF_HOUSEHOLDS = ("child_benefit", "integration_income", "rent_subsidy", "all_together")
RESULTS = OF_PERSONS + OF_HOUSEHOLDS

# One adult with two children: every rule gives something.
PERSONS: dict[str, dict[str, Any]] = {
    name: dict(zip(("birth_date", "is_child", "is_student", "income", "resources"), told, strict=True))
    for name, told in {
        "parent": (19850310, False, False, 18000, 1200),
        "first": (20110505, True, True, 0, 0),
        "second": (20160917, True, True, 0, 0),
    }.items()
}
HOUSEHOLD: dict[str, Any] = {"rent": 800, "rents_socially": False}


def amounts() -> dict[str, dict[str, Any]]:
    """Name of each parameter to its value by day, "2025-02-01": a number, or rows by the start of a band."""
    import yaml

    read = yaml.safe_load(Path(__file__).with_name("mini").joinpath("parameters.yaml").read_text("utf-8"))
    return {name: {str(a["from"]): a["value"] for a in said["amounts"]} for name, said in read.items()}


def amounts_of_the_day() -> dict[str, Any]:
    """The last value of each that began by DAY; the day itself decides nothing else here."""
    return {
        name: max((day, i, value) for i, (day, value) in enumerate(by.items()) if day <= str(DAY))[2]
        for name, by in amounts().items()
    }
