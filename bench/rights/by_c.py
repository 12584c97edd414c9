"""The small law by hand in C, compiled when the benchmark runs; each thread has a part of the households."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from bench.rights.by_hand import OLDEST, dense
from bench.rights.case import DAY, OF_PERSONS, RESULTS, amounts_of_the_day
from bench.rights.people import People

COMPILER = shutil.which("gcc")


def load() -> Any:
    """The function `run` of mini.c."""
    assert COMPILER, "gcc is not on this machine"
    with tempfile.TemporaryDirectory() as folder:
        header, library = Path(folder) / "amounts.h", Path(folder) / "mini.so"
        header.write_text(_header())
        source = Path(__file__).with_name("mini.c")
        made = [COMPILER, "-O2", "-shared", "-fPIC", "-include", header, "-o", library, source]
        subprocess.run(made, check=True)
        return ctypes.CDLL(str(library)).run


def _header() -> str:
    today = DAY.year * 10000 + DAY.month * 100 + DAY.day
    lines = [f"enum {{ TODAY = {today}, AUGUST = {DAY.year * 10000 + 831}, OLDEST = {OLDEST} }};"]
    for name, value in amounts_of_the_day().items():
        table = np.array(dense(value), dtype=float)
        size = "".join(f"[{n}]" for n in table.shape)
        written = str(table.tolist()).replace("[", "{").replace("]", "}")
        lines.append(f"static const double {name}{size} = {written};")
    return "\n".join(lines)


def threads(number: int) -> Callable[[Any], Callable[[People], dict[str, Any]]]:
    def made(function: Any) -> Callable[[People], dict[str, Any]]:
        def run(people: People) -> dict[str, Any]:
            persons, households = len(people.household_of), len(people.rent)
            found = {name: np.empty(persons if name in OF_PERSONS else households) for name in RESULTS}
            columns = [np.ctypeslib.as_ctypes(c.view(np.int8) if c.dtype == bool else c) for c in (
                people.household_of, people.birth_date, people.is_child, people.is_student, people.income,
                people.resources, people.rent, people.rents_socially, *found.values(),
            )]  # fmt: skip
            edges = [households * n // number for n in range(number + 1)]
            starts = [int(n) for n in np.searchsorted(people.household_of, edges)]

            def part(n: int) -> None:
                bounds = (edges[n], edges[n + 1], starts[n], starts[n + 1])
                function(*(ctypes.c_int64(bound) for bound in bounds), *columns)

            if number == 1:
                part(0)
            else:
                with ThreadPoolExecutor(number) as pool:
                    list(pool.map(part, range(number)))
            return found

        return run

    return made


MANY = {"1 thread": threads(1), "2 threads": threads(2)}
