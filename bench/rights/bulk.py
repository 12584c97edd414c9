"""Many persons at once, every engine on the same columns: rounds interleaved, the best of each kept.

Time of processors is told beside the clock: it hardly changes when other work is done on the machine.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import numpy as np

from bench.rights import people
from bench.rights.case import RESULTS
from bench.rights.engines import BY_HAND, MANY, OPENFISCA, Failed, Way, run, times_faster

Said = dict[str, float]


def measure(persons: int, rounds: int, times: int) -> list[dict[str, object]]:
    """A row for each engine. `times` runs a process after its first, in each of `rounds`."""
    found: dict[Way, Said] = {}
    failed = {way: way.absent for way in MANY if way.absent}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        people.draw(persons).save(folder)
        for number in range(rounds):
            for way in MANY:
                if way in failed:
                    continue
                try:
                    said = run(way, "many", way.module, way.way, folder, times, way.cores)
                except Failed as error:
                    failed[way] = str(error)
                    continue
                if number == 0:
                    said["off"] = _difference(folder, way)
                found[way] = _best(found.get(way, said), said)
    base = next((found[way] for way in found if way.module == OPENFISCA), {})
    return [_row(way, found[way], base) if way in found else {"what": way.what, **_no(failed[way])}
            for way in MANY]  # fmt: skip


def _best(one: Said, other: Said) -> Said:
    least = {name: min(one[name], other[name]) for name in ("first", "s", "cpu")}
    return {**one, **least, "MiB": max(one["MiB"], other["MiB"])}


def _difference(folder: Path, way: Way) -> float:
    """The largest difference in euros, over all rows of all results, from numpy by hand; the columns go."""
    theirs, ours = (folder / f"{each.module}-{each.way}-{each.cores}" for each in (way, BY_HAND))
    pairs = [(np.load(theirs / f"{name}.npy"), np.load(ours / f"{name}.npy")) for name in RESULTS]
    if any(one.shape != other.shape for one, other in pairs):
        raise SystemExit(f"{way.what}: gives columns of another length than {BY_HAND.what}")
    largest = max(float(np.abs(one - other).max()) for one, other in pairs)
    if way != BY_HAND:
        shutil.rmtree(theirs)
        theirs.mkdir()  # so that it is not written again
    return largest


def _row(way: Way, said: Said, base: Said) -> dict[str, object]:
    return {
        "what": way.what,
        "openfisca ×": times_faster(base.get("s"), said["s"]),
        "in cpu ×": times_faster(base.get("cpu"), said["cpu"]),
        "s": f"{said['s']:.3f}",
        "cpu s": f"{said['cpu']:.3f}",
        "first s": f"{said['first']:.2f}",
        "peak MiB": f"{said['MiB']:.0f}",
        "off by EUR": "0" if said["off"] < 1e-6 else f"{said['off']:.4f}",
    }


def _no(why: str) -> dict[str, object]:
    empty = dict.fromkeys(("cpu s", "first s", "peak MiB", "off by EUR"), "")
    return {"openfisca ×": "", "in cpu ×": "", "s": why, **empty}
