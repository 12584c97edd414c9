"""One household: from a fresh process to the answer after many, in time of the one processor it takes."""

from __future__ import annotations

import statistics

from bench.rights.engines import TOLD, TRACED, Failed, Way, run, times_faster

ROUNDS = 5
STEPS = ("import", "law", "first", "warm")


def measure() -> list[list[dict[str, object]]]:
    """Rows with the trace alone, and rows with the text too."""
    return [_measured(ways) for ways in (TRACED, TOLD)]


def _measured(ways: list[Way]) -> list[dict[str, object]]:
    found: dict[Way, list[dict[str, float]]] = {}
    failed = {way: way.absent for way in ways if way.absent}
    for _ in range(ROUNDS):
        for way in ways:
            if way not in failed:
                try:
                    found.setdefault(way, []).append(run(way, "single", way.module, way.way, way.times))
                except Failed as error:
                    failed[way] = str(error)
    best = {way: {name: min(each[name] for each in said) for name in said[0]} for way, said in found.items()}
    _require_one_total(found)
    base = next((said["warm"] for way, said in best.items() if way.what.startswith("openfisca")), None)
    return [_row(way, best[way], base) if way not in failed else _no(way, failed[way]) for way in ways]


def _require_one_total(found: dict[Way, list[dict[str, float]]]) -> None:
    totals = {way.what: said[0]["total"] for way, said in found.items()}
    middle = statistics.median(totals.values())
    if any(abs(total - middle) > 0.005 for total in totals.values()):
        raise SystemExit(f"the engines give one household different totals: {totals}")


def _row(way: Way, said: dict[str, float], base: float | None) -> dict[str, object]:
    ratio = times_faster(base, said["warm"])
    steps = {f"{step} ms": f"{said[step]:.2f}" if step == "warm" else f"{said[step]:.0f}" for step in STEPS}
    return {
        "what": way.what, "openfisca ×": ratio, "warm ms": steps.pop("warm ms"), **steps,
        "peak MiB": f"{said['MiB']:.0f}",
    }  # fmt: skip


def _no(way: Way, why: str) -> dict[str, object]:
    empty = dict.fromkeys((f"{step} ms" for step in ("import", "law", "first")), "")
    return {"what": way.what, "openfisca ×": "", "warm ms": why, **empty, "peak MiB": ""}
