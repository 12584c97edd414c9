"""Half a million figures, all made up: proposed from a file, looked at, accepted, and read. In one process.

4 definitions × 165 places × 15 years × 54 cuts. They add up, so that every check is done and finds nothing.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from relais.apps.accounts.vocabulary import Role  # noqa: E402
from relais.apps.accounts.who import SCHEDULE, Part, Who  # noqa: E402
from relais.apps.observatory import actions  # noqa: E402
from relais.apps.observatory import models as m  # noqa: E402
from relais.apps.observatory.loader import load_observatory, read_observatory  # noqa: E402
from relais.apps.observatory.proposals.differences import differences  # noqa: E402
from relais.apps.observatory.proposals.verdicts import verdict  # noqa: E402

DEFINITIONS, PLACES, YEARS = range(4), range(165), range(2005, 2020)
SEX = {"_T": 5, "F": 3, "M": 2}
AGE = {"_T": 15, "a": 1, "b": 2, "c": 3, "d": 4, "e": 5}
TYPE = {"_T": 4, "one": 1, "two": 3}
WORDS = {"nl": "Verzonnen", "fr": "Inventé", "en": "Made up"}
MEANING = {code: f"{words}: {words} {words} {words} {words}." for code, words in WORDS.items()}


def write_city(folder: Path) -> None:
    """Files of a city of so many places, as `data/` has them."""
    kept = {
        "units": [{"slug": "persons", "name": WORDS, "sdmx": "PS"}],
        "families": [], "notes": [], "coverage": [],
        "dimensions": [
            {"slug": "place", "name": WORDS,
             "codes": [{"code": f"{place:05}", "name": WORDS} for place in PLACES]},
            *({"slug": slug, "name": WORDS, "partitions": [{"parts": list(codes)[1:]}],
               "codes": [{"code": code, "name": WORDS} for code in list(codes)[1:]]}
              for slug, codes in (("age", AGE), ("kind", TYPE), ("sex", SEX))),
        ],
        "sources": [{"slug": "made-up", "title": "Made up", "publisher": "Nobody", "kind": "statistics",
                     "url": "https://example.org/", "releases": [{"edition": "none", "read": "2000-01-01"}]}],
        "imports/tidy": {"name": WORDS, "source": "made-up", "format": "tidy", "whole": True},
    }  # fmt: skip
    for name, records in kept.items():
        _write(folder / "observatory" / f"{name}.yaml", records)
    for n in DEFINITIONS:
        told = {**dict.fromkeys(("name", "body", "refresh"), WORDS), "meaning": MEANING}
        one = {"slug": f"d{n}", "name": WORDS, "kind": "count", "unit": "persons"}
        facts = {"number": n + 1, "theme": "made-up", "standing": "live", "measures": [1]}
        _write(folder / "indicators" / f"i{n}" / "indicator.yaml", {**facts, **told, "definitions": [one]})


def _write(path: Path, records: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(records), encoding="utf-8")  # which is YAML too


def rows() -> Iterator[str]:
    """The lines of the file: the parts of every whole add up to it."""
    yield "definition,place,period,age,kind,sex,value"
    for n, place, year in product(DEFINITIONS, PLACES, YEARS):
        size = 100 + n + 7 * place + (year - 2000)
        for age, kind, sex in product(AGE, TYPE, SEX):
            yield f"d{n},{place:05},{year},{age},{kind},{sex},{size * AGE[age] * TYPE[kind] * SEX[sex]}"


def median(what: str, act: Callable[[], object]) -> dict[str, object]:
    """The run in the middle of 41."""
    return sorted((timed(what, act) for _ in range(41)), key=lambda row: float(str(row["ms"])))[20]


def timed(what: str, act: Callable[[], object]) -> dict[str, object]:
    started, used = time.perf_counter(), time.process_time()
    act()
    taken, computed = time.perf_counter() - started, time.process_time() - used
    return {"what": what, "ms": taken * 1000, "of which Python": computed * 1000}


def propose(edition: str, content: bytes) -> m.Release:
    return actions.propose_release(
        recipe="tidy", name="made-up.csv", content=content, edition=edition, published=None, by=SCHEDULE
    )


def accept(release: m.Release) -> None:
    cell = Who(1, "Bench", (Part(1, "cell", Role.CELL),), acting_for="cell")
    actions.accept_release(release=release, by=cell)


def load(edition: str, content: bytes) -> list[dict[str, object]]:
    made: list[m.Release] = []
    found = [
        timed(
            f"{edition}: propose, all of it read and stored", lambda: made.append(propose(edition, content))
        ),
        timed(f"{edition}: accept, settled and audited", lambda: accept(made[0])),
    ]
    both = {name: sum(float(str(row[name])) for row in found) for name in found[0] if name != "what"}
    return [*found, {"what": f"{edition}: both", **both}]


def look(edition: str, content: bytes) -> list[dict[str, object]]:
    """A correction of some figures, beside what is current."""
    release = propose(edition, content)
    changes = differences(release)
    assert changes.counts() == {"new": 0, "changed": 165, "gone": 0}
    return [
        timed("correction: how many are new, changed, gone", changes.counts),
        timed("correction: its first hundred changes", lambda: list(changes.changed[:100])),
        timed("correction: what would no longer fit", lambda: verdict(release, changes)),
        timed("correction: accept, settled and audited", lambda: accept(release)),
    ]


def read() -> list[dict[str, object]]:
    shown = m.Observation.objects.current().filter(definition__slug="d1", place="00019")
    series = shown.filter(cut="age=b&sex=F").order_by("start")
    of_area = shown.filter(period="2019")
    assert (len(series), len(of_area)) == (len(YEARS), 54)
    return [
        median("one series of 15 years", lambda: list(series.all())),
        median("one area with 54 cuts", lambda: list(of_area.all())),
    ]


def main() -> None:
    call_command("migrate", verbosity=0)
    lines = list(rows())
    with tempfile.TemporaryDirectory() as folder:
        settings.DATA = Path(folder)
        write_city(settings.DATA)
        load_observatory(read_observatory(settings.DATA))
        found = load("first", "\n".join(lines).encode())
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("VACUUM ANALYZE")  # as it does by itself after a minute
        found += read()
        assert not m.Finding.objects.exists()
        corrected = [
            line.replace(",2019,_T,_T,_T,", ",2019,_T,_T,_T,1") if line[:2] == "d0" else line
            for line in lines
        ]
        found += look("correction", "\n".join(corrected).encode())
        json.dump(found, sys.stdout)


main()
