"""What a yearly publication holds: the figures of a day, with all that a reader needs to judge them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import isnan
from typing import Any

from relais.apps.audit.subjects import named
from relais.apps.observatory import models as m
from relais.apps.observatory.auditing import findings
from relais.apps.observatory.frozen import tables
from relais.apps.observatory.registers.corrections import corrections
from relais.apps.observatory.registers.parenthood import matrix
from relais.apps.observatory.registers.wanted import gaps
from relais.apps.observatory.vocabulary import Secrecy
from relais.apps.sheets.dataset import Dataset, Row, dataset
from relais.apps.sheets.plain import day
from relais.apps.sheets.tables import Table, table

VERSION = 1  # of the tables below: a set of 2026 is still read when later ones have other columns

WANTED = "indicator has_figures definitions[] dimensions[] places[] ask[]"
FINDING = "kind source definition place period cut said computed printed"
CORRECTION = "date definition place period cut source edition was now is_gone is_hidden note"
CHECK = "check is_passed count"


def publication(year: int, as_of: dt.date, last: dt.date | None) -> Dataset:
    """The set of `year`: figures that were current on `as_of`; what was corrected since the day `last`."""
    held = tables(as_of)
    more = [
        table("themes", "themes of the indicators", "slug", "slug name*", _themes()),
        table("findings", "what the audit found that does not fit; which value is right, it does not know",
              "kind source definition place period cut computed", FINDING, _findings(as_of)),
        table("wanted", "what no figure says, and who is asked for it", "indicator", WANTED, _wanted(as_of)),
        table("corrections", "values that a later release changed or no longer has",
              "date definition place period cut source edition", CORRECTION, _corrections(last, as_of)),
        table("seen", "by which parameters figures of a producer are really cut", "producer parameter",
              "producer parameter figures last_year", _seen(as_of)),
    ]  # fmt: skip
    checks = table("checks", "what was checked before publishing", "check", CHECK, _checks([*held, *more]))
    return dataset(year, as_of, VERSION, [*held, *more, checks])


def failed(held: Dataset) -> list[str]:
    """The checks that it did not pass."""
    return [row["check"] for row in held.rows("checks") if not row["is_passed"]]


def _checks(held: list[Table]) -> Iterator[dict[str, Any]]:
    """Each check with the number of rows that it looked at."""
    by_name = {each.name: each.rows for each in held}
    figures, hidden = by_name["figures"], [f for f in by_name["figures"] if f["secrecy"] != Secrecy.FREE]
    definitions = {each["slug"] for each in by_name["figure_definitions"]}
    dated = {(each["source"], each["edition"]): each["available_date"] for each in by_name["figure_releases"]}
    sources = {each["slug"] for each in by_name["figure_sources"] if each["url"]}
    yield _check("figure-has-definition", figures, lambda f: f["definition"] in definitions)
    yield _check("figure-has-source", figures, lambda f: f["source"] in sources)
    yield _check("figure-has-date", figures, lambda f: dated.get((f["source"], f["edition"])))
    yield _check("hidden-has-no-value", hidden, lambda f: f["value"] is None)
    yield {"check": "findings-are-listed", "is_passed": True, "count": len(by_name["findings"])}


def _check(name: str, rows: Sequence[Row], is_right: Callable[[Row], Any]) -> dict[str, Any]:
    return {"check": name, "is_passed": all(map(is_right, rows)), "count": len(rows)}


def _themes() -> Iterator[dict[str, Any]]:
    """The plan, which stands above this room, knows what themes are called."""
    slugs = set(m.Indicator.objects.values_list("theme", flat=True))
    found = named(f"theme:{slug}" for slug in slugs)
    for slug in slugs:
        yield {"slug": slug, "name": found[f"theme:{slug}"].name}


def _findings(as_of: dt.date) -> Iterator[dict[str, Any]]:
    found = findings(on=as_of)
    concerned = m.Observation.objects.filter(pk__in={key for each in found for key in each.of})
    printed = dict(concerned.filter(printed__isnull=False).values_list("pk", "printed"))
    for each in found:
        yield {
            "kind": each.kind, "source": each.source, "definition": each.definition, "place": each.place,
            "period": each.period, "cut": each.cut, "said": None if isnan(each.said) else each.said,
            "computed": each.computed, "printed": next((printed[k] for k in each.of if k in printed), None),
        }  # fmt: skip


def _wanted(as_of: dt.date) -> Iterator[dict[str, Any]]:
    for gap in gaps(as_of):
        yield {
            "indicator": gap.indicator.slug, "has_figures": not gap.is_whole,
            "definitions": [each.slug for each in gap.definitions], "dimensions": list(gap.dimensions),
            "places": [*filter(None, [gap.region]), *(gap.places.missing if gap.places else ())],
            "ask": gap.indicator.ask,
        }  # fmt: skip


def _corrections(since: dt.date | None, until: dt.date) -> Iterator[Mapping[str, Any]]:
    for each in corrections(since=since, until=until):
        before = each.before
        yield {
            "date": day(each.date), "definition": before.definition.slug, "place": before.place,
            "period": before.period, "cut": before.cut, "source": before.release.source.slug,
            "edition": before.release.edition, "was": each.was, "now": each.now,
            "is_gone": each.after is None, "is_hidden": each.is_hidden,
            "note": (each.release.note if each.release else "") or None,
        }  # fmt: skip


def _seen(as_of: dt.date) -> Iterator[dict[str, Any]]:
    found = matrix(as_of)
    for producer, parameter in found.cuts:
        seen = found.seen(producer, parameter)
        if seen:
            yield {
                "producer": producer, "parameter": parameter, "figures": seen.figures, "last_year": seen.year,
            }  # fmt: skip
