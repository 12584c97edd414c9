"""One engine in a process of its own: seconds and memory, as one line of JSON.

`python -m bench.rights.worker many MODULE WAY FOLDER TIMES CORES`, or `single MODULE WAY TIMES`.

An engine is a module with `load()`, its law of the day; with `MANY`, ways to make of that law a function of
all people to columns, and `SINGLE`, ways to make a function that explains one household and gives its total;
and with `given(people)` where it wants the columns in another shape, which is not timed.
"""

import os
import sys
import time
from importlib import import_module
from itertools import pairwise


def many(module, way, folder, times, cores):
    """The best of `times` runs after the first, by the clock and in time of processors, and the most memory
    that the process held, input included.
    The first run leaves its columns in FOLDER/MODULE-WAY-CORES."""
    pin(int(cores))
    engine = import_module(f"bench.rights.{module}")
    law = engine.load()
    from pathlib import Path

    from bench.rights.people import load

    people = load(Path(folder))
    given = engine.given(people) if hasattr(engine, "given") else people
    started = time.perf_counter()
    run = engine.MANY[way](law)
    found = run(given)
    first = time.perf_counter() - started
    save(found, people, Path(folder) / f"{module}-{way}-{cores}")
    wall, cpu = [], []
    for _ in range(int(times)):
        found = None  # or two would be held at once
        started, spent = time.perf_counter(), time.process_time()
        found = run(given)
        wall.append(time.perf_counter() - started)
        cpu.append(time.process_time() - spent)
    assert found
    return {"first": first, "s": min(wall), "cpu": min(cpu), "MiB": peak()}


def save(found, people, folder):
    """Columns of households that an engine gives for each person are kept for the first of each household."""
    if folder.exists():
        return
    import numpy as np

    from bench.rights.case import OF_HOUSEHOLDS

    folder.mkdir(parents=True)
    for name, column in found.items():
        if name in OF_HOUSEHOLDS and len(column) != len(people.rent):
            column = column[np.searchsorted(people.household_of, np.arange(len(people.rent)))]
        np.save(folder / f"{name}.npy", column)


def single(module, way, times):
    """Milliseconds of processor: import, the law, the first household and, in the middle, the next ones."""
    clock = [time.process_time()]
    engine = import_module(f"bench.rights.{module}")
    clock.append(time.process_time())
    law = engine.load()
    clock.append(time.process_time())
    run = engine.SINGLE[way](law)
    total = run()
    clock.append(time.process_time())
    taken = []
    for _ in range(int(times)):
        started = time.process_time()
        run()
        taken.append(time.process_time() - started)
    steps = [(after - before) * 1000 for before, after in pairwise(clock)]
    warm = sorted(taken)[len(taken) // 2] * 1000
    named = dict(zip(("import", "law", "first"), steps, strict=True))
    return {**named, "warm": warm, "total": total, "MiB": peak()}


def pin(cores):
    """Keep this process to so many cores; 0 leaves it all of them."""
    if cores:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-cores:])


def peak():
    """The most that this process held, in MiB; what started it is not in it."""
    with open("/proc/self/status") as status:  # noqa: PTH123 (pathlib would be in what is measured)
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


if __name__ == "__main__":
    import json

    print(json.dumps({"many": many, "single": single}[sys.argv[1]](*sys.argv[2:])))
