"""A population in parts: files of whole households, computed one by one, or by any engine that maps.

Parts have nothing to do with each other, so they can be spread over processes and machines: what travels is a
job, plain data, and each worker loads the law itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import pairwise
from pathlib import Path

from relais.core.rights.book import read_book
from relais.core.rights.bulk.batch import run
from relais.core.rights.bulk.extras import needed
from relais.core.rights.bulk.parquet import HOUSEHOLD_ID, Results, blocks
from relais.core.rights.bulk.plans import Plan, plan
from relais.core.rights.law import HOUSEHOLD, PERSON
from relais.core.rights.laws import law_on
from relais.core.rights.problems import WrongInput


@dataclass(frozen=True)
class Job:
    """What to compute: rules and totals by their full names, by the law of a day, with so many threads."""

    date: dt.date
    asked: tuple[str, ...]
    use_last: bool = False
    workers: int = 1


@dataclass(frozen=True)
class Part:
    """Files of some whole households. `households` None: nothing is known of them but who is in them.

    Results go to a file of the same name as that of the persons, in `output`/persons and `output`/households.
    """

    persons: Path
    households: Path | None
    output: Path


@dataclass(frozen=True)
class Done:
    """What came of some parts: how many were computed, and the sum of each column (of yes and no, how many
    yes). `spans`: the first and the last household of each part, and its file."""

    persons: int
    households: int
    totals: dict[str, float]
    spans: tuple[tuple[int, int, str], ...] = field(repr=False)


def run_parts(job: Job, parts: Iterable[Part], through: Callable[..., Iterable[Done]] = map) -> Done:
    """Every part, by `through(work, parts)`: map, the map of a pool of processes, or `with_dask`.

    Raises WrongInput for files that cannot be, NotInstalled, and KeyError for what is asked and is no rule.
    """
    done = list(through(partial(run_part, job), list(parts)))
    spans = sorted(span for one in done for span in one.spans)
    for (_, last, one), (first, _, other) in pairwise(spans):
        if first <= last:
            raise WrongInput(
                f"{one}, {other}: household {first} is in both, or between: cut between households"
            )
    totals = {name: sum(one.totals[name] for one in done) for name in job.asked}
    return Done(sum(d.persons for d in done), sum(d.households for d in done), totals, tuple(spans))


def with_dask(work: Callable[[Part], Done], parts: Sequence[Part]) -> Iterable[Done]:
    """Through Dask: on the cluster to which a client is open, or else by the scheduler that it is set to."""
    (dask,) = needed("bulk", "dask")
    done: Iterable[Done] = dask.compute(*(dask.delayed(work)(part) for part in parts))
    return done


def run_part(job: Job, part: Part) -> Done:
    """One part, block by block. Its results are there only once all of it is computed."""
    made = _plan(job)
    asked = {entity: made.asked_of(entity) for entity in (PERSON, HOUSEHOLD)}
    totals, ends = dict.fromkeys(job.asked, 0.0), list[int]()
    persons = households = 0
    with ExitStack() as stack:
        results = {
            entity: stack.enter_context(Results(part.output / f"{entity}s" / part.persons.name))
            for entity, names in asked.items()
            if names
        }
        for block in blocks(made, part.persons, part.households):
            found = run(made, block.people, workers=job.workers)
            for entity, file in results.items():
                file.write({**block.ids[entity], **{name: found[name] for name in asked[entity]}})
            for name, column in found.items():
                totals[name] += float(column.sum())
            persons += len(block.people.household_of)
            households += block.people.households
            ids = block.ids[HOUSEHOLD][HOUSEHOLD_ID]
            ends += [int(ids[0]), int(ids[-1])]
    spans = ((ends[0], ends[-1], str(part.persons)),) if ends else ()
    return Done(persons, households, totals, spans)


@lru_cache(maxsize=8)
def _plan(job: Job) -> Plan:
    book = read_book({name.partition(".")[0] for name in job.asked})
    return plan(law_on(book, job.date), job.asked, use_last=job.use_last)
