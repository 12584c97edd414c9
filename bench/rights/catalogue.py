"""The whole real catalogue in our engine alone: nobody else has it. Verdict and amount of every right.

`python -m bench.rights.catalogue load`, `one` or a way of `WAYS`: in a process of its own, one line of JSON.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from collections.abc import Callable
from typing import Any

from bench.rights.engines import Failed, Way, run

DAY = dt.date(2025, 2, 1)
PERSONS = 1_120_000  # somewhat more than one home in each of the Region's households
FAMILIES = 100  # that are explained and compared with their columns
LANGUAGES = ("nl", "fr", "en")
ROUNDS, TIMES = 3, 3


def asked(law: Any) -> list[str]:
    """Verdict and amount of every right that computes them."""
    from relais.core.rights.about import read_about
    from relais.core.rights.book import CATALOGUE

    abouts = {file.parent.name: read_about(file) for file in sorted(CATALOGUE.glob("*/right.yaml"))}
    names = [f"{right}.{name}" for right, a in abouts.items() for name in (a.verdict, a.amount) if name]
    return [name for name in names if name in law.nodes]


def load() -> dict[str, float]:
    """Milliseconds of processor to import the room, and from files to the law of the day."""
    started = time.process_time()
    from relais.core.rights import engine
    from relais.core.rights.book import read_book
    from relais.core.rights.laws import law_on

    imported = time.process_time()
    law = law_on(read_book(), DAY)
    ended = time.process_time()
    assert engine and law
    return {"import": (imported - started) * 1000, "law": (ended - imported) * 1000}


def _law() -> Any:
    from relais.core.rights.book import read_book
    from relais.core.rights.laws import law_on

    return law_on(read_book(), DAY)


def one() -> dict[str, float]:
    """Milliseconds of processor for a household, in the middle of FAMILIES; how far columns are from each."""
    from bench.rights import ours
    from relais.core.rights.bulk import batch
    from relais.core.rights.engine import evaluate
    from relais.core.rights.law import PERSON
    from relais.core.rights.tests.crowd import crowd, family_in
    from relais.core.rights.words.explaining import explained
    from relais.core.rights.words.wording import lines

    law = _law()
    names = asked(law)
    people = crowd(law, names, int(FAMILIES * 2.5))
    families = [family_in(law, people, number) for number in range(FAMILIES)]
    found = batch.run(ours.plan(law, names), people)

    def told(result: Any, languages: tuple[str, ...]) -> list[str]:
        whose = {name: result.persons if law.nodes[name].entity == PERSON else (None,) for name in names}
        steps = [explained(result, name, of) for name in names for of in whose[name]]
        return [line for language in languages for step in steps for line in lines(step, language)]

    def timed(languages: tuple[str, ...] | None) -> list[float]:
        taken = []
        for family in families:
            started = time.process_time()
            result = evaluate(law, family, names, use_last=True)
            if languages is not None:
                told(result, languages)
            taken.append((time.process_time() - started) * 1000)
        return taken

    first = timed(("nl",))[0]
    kinds = {"values": None, "trees": (), "nl": ("nl",), "nl, fr, en": LANGUAGES}
    middle = {name: sorted(timed(languages))[FAMILIES // 2] for name, languages in kinds.items()}
    off = 0.0
    for number, family in enumerate(families):
        result = evaluate(law, family, names, use_last=True)
        for name in names:
            if law.nodes[name].entity == PERSON:
                pairs = [(result.value(name, of), found[name][int(of)]) for of in result.persons]
            else:
                pairs = [(result.value(name), found[name][number])]
            off = max(off, *(abs(float(a) - float(b)) for a, b in pairs))
    return {"first": first, **middle, "off": off}


def many(way: str) -> dict[str, float]:
    from bench.rights import ours
    from bench.rights.worker import peak
    from relais.core.rights.tests.crowd import crowd

    law = _law()
    names = asked(law)
    people = crowd(law, names, PERSONS)
    before = peak()
    started = time.perf_counter()
    compute = ours.columns(law, names, way)
    compute(people)
    first = time.perf_counter() - started
    taken = []
    for _ in range(TIMES):
        started = time.perf_counter()
        compute(people)
        taken.append(time.perf_counter() - started)
    return {"first": first, "s": min(taken), "MiB": peak(), "input MiB": before}


def measure() -> list[tuple[str, list[dict[str, object]]]]:
    """Titles and rows: loading it, one household, all of Brussels."""
    worker = "bench.rights.catalogue"
    here = Way("Relais", "ours", "")
    loads = [run(here, "load", worker=worker) for _ in range(ROUNDS)]
    single = [run(here, "one", worker=worker) for _ in range(ROUNDS)]
    best = {name: min(said[name] for said in single) for name in single[0]}
    law, imported = (min(said[name] for said in loads) for name in ("law", "import"))
    rows: list[dict[str, object]] = [
        {"what": "import relais.core.rights.engine", "ms": imported},
        {"what": "read every right, and make the law of one day", "ms": law},
        {"what": "the first household, told in Dutch", "ms": best["first"]},
        {"what": "a household, values and traces", "ms": best["values"]},
        {"what": "… and the trees of its reasons", "ms": best["trees"]},
        {"what": "… and told in Dutch", "ms": best["nl"]},
        {"what": "… and told in Dutch, French and English", "ms": best["nl, fr, en"]},
        {"what": "columns differ from the household by, in EUR", "ms": round(best["off"], 4)},
    ]
    return [
        ("The whole catalogue, one household of a crowd (ms of processor)", rows),
        (f"The whole catalogue, {PERSONS:,} persons", [_row(way) for way in WAYS]),
    ]


WAYS = [
    Way("blocks", "ours", "blocks"), Way("blocks, 2 threads", "ours", "threads"),
    Way("compiled, 1 core", "ours", "compiled", cores=1), Way("compiled", "ours", "compiled"),
]  # fmt: skip


def _row(way: Way) -> dict[str, object]:
    try:
        if way.absent:
            raise Failed(way.absent)
        said = run(way, way.way, way.cores, worker="bench.rights.catalogue")
    except Failed as error:
        return {"what": way.what, "s": str(error), "first s": "", "ns a person": "", "peak MiB": ""}
    return {
        "what": way.what, "s": f"{said['s']:.2f}", "first s": f"{said['first']:.2f}",
        "ns a person": f"{said['s'] / PERSONS * 1e9:.0f}",
        "peak MiB": f"{said['MiB']:.0f}, {said['input MiB']:.0f} of it the crowd",
    }  # fmt: skip


if __name__ == "__main__":
    made: dict[str, Callable[[], dict[str, float]]] = {"load": load, "one": one}
    said = sys.argv[1]
    if len(sys.argv) > 2:
        from bench.rights.worker import pin

        pin(int(sys.argv[2]))
    print(json.dumps(made[said]() if said in made else many(said)))
