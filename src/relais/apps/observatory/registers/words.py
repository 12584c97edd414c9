"""What is wanted, corrected and expected, in the words of the reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory.periods import period_in_words
from relais.apps.observatory.reading.words import Codes, cut_in_words, place_in_words, said
from relais.apps.observatory.registers.calendar import Expected, Month
from relais.apps.observatory.registers.corrections import Correction
from relais.apps.observatory.registers.parenthood import Line as ParenthoodLine
from relais.apps.observatory.registers.parenthood import Matrix, Square
from relais.apps.observatory.registers.wanted import Gap, Places, Request
from relais.apps.observatory.vocabulary import Cuttable, FindingKind, Parameter
from relais.apps.sheets.calendars import Day
from relais.apps.sheets.tables import Table, table
from relais.core.figures.cube import PLACE

Names = Mapping[str, LocalText]  # of dimensions, by slug


@dataclass(frozen=True, slots=True)
class Line:
    """A correction or a finding: of what, and both values as printed; nothing for one that is not there."""

    of: Correction | m.Finding
    cell: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One body, what is missing of each indicator that it has, and a letter that asks for it."""

    request: Request
    items: list[tuple[Gap, list[str]]]
    letter: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A square of the parenthood parameter in words; `tone` is that of the mark beside them."""

    parameter: Parameter
    square: Square
    words: str
    tone: str


TONES = {
    Cuttable.YES: "good", Cuttable.NO: "blocked", Cuttable.PLANNED: "waiting", Cuttable.UNKNOWN: "unknown",
}  # fmt: skip


def cell(place: str, period: str, cut: str, codes: Codes) -> str:
    """“2020 · Brussels-Capital Region · women”."""
    words = [period_in_words(period), place_in_words(place, codes)]
    return " · ".join([*words, cut_in_words(cut, codes)] if cut else words)


def corrected(found: Iterable[Correction], codes: Codes) -> list[Line]:
    return [
        Line(each, cell(each.before.place, each.before.period, each.before.cut, codes),
             said(each.was, each.before.decimals),
             said(each.now, each.after.decimals if each.after else 0))
        for each in found
    ]  # fmt: skip


def open_findings(codes: Codes) -> list[Line]:
    """What the audit found among current figures. Two queries."""
    found = m.Finding.objects.select_related("definition__indicator", "source").prefetch_related(
        "observations"
    )
    return [
        Line(each, cell(each.place, each.period, each.cut, codes),
             _printed(each) or said(each.said, each.definition.decimals),
             said(each.computed, each.definition.decimals))
        for each in found.order_by("kind", "definition", "pk")
    ]  # fmt: skip


def _printed(finding: m.Finding) -> str:
    if finding.kind != FindingKind.MISPRINT:
        return ""
    return next((each.printed for each in finding.observations.all() if each.printed), "")


def missing(gap: Gap, dimensions: Names, codes: Codes) -> list[str]:
    """What is missing of an indicator, a phrase each."""
    names = [str(each.name) for each in gap.definitions]
    places = [_of(str(codes.get((PLACE, gap.region), gap.region)))] if gap.region else []
    places += [_places(gap.places, codes)] if gap.places else []
    slugs = gap.indicator.breakdowns if gap.is_whole else gap.dimensions
    return phrases(is_whole=gap.is_whole, names=names, dimensions=_names(slugs, dimensions), places=places)


def phrases(
    *, is_whole: bool, names: Iterable[str], dimensions: Iterable[str], places: Iterable[str]
) -> list[str]:
    """What is missing: any figure, or those of definitions with `names`; cuts by `dimensions`; `places`."""
    figures = [_("any figure")] if is_whole else [_("figures of “%(name)s”") % {"name": n} for n in names]
    cuts = [_("figures by %(dimension)s") % {"dimension": d[:1].lower() + d[1:]} for d in dimensions]
    return [*figures, *cuts, *places]


def _names(slugs: Iterable[str], dimensions: Names) -> list[str]:
    return [str(dimensions.get(slug, slug)) for slug in slugs if slug != PLACE]


def _places(places: Places, codes: Codes) -> str:
    names = [str(codes.get((PLACE, each), each)) for each in places.missing]
    if not places.is_all:
        return _of(", ".join(names))
    told = {"n": places.of, "whole": codes.get((PLACE, places.whole), places.whole)}
    return _("figures of each of the %(n)s municipalities of %(whole)s") % told


def _of(places: str) -> str:
    return _("figures of %(places)s") % {"places": places}


def asked(requests: Iterable[Request], dimensions: Names, codes: Codes) -> list[Asked]:
    """Each body with its letter, in the language that is active."""
    return [_asked(each, dimensions, codes) for each in requests]


def _asked(request: Request, dimensions: Names, codes: Codes) -> Asked:
    items = [(gap, missing(gap, dimensions, codes)) for gap in request.gaps]
    context = {
        "name": request.name, "parameters": ", ".join(str(each.label) for each in Parameter),
        "items": [(gap, told, ", ".join(map(str, gap.indicator.measures))) for gap, told in items],
    }  # fmt: skip
    letter = render_to_string("observatory/request.txt", context)
    return Asked(request, items, letter.strip())


def month(each: Month) -> str:
    """“March 2021”; “2021” when the month is not known."""
    return period_in_words(each.period.code)


def expected_days(found: Iterable[Expected]) -> Iterator[Day]:
    """What is expected, for a calendar."""
    for each in found:
        if each.date:
            what = _("Expected by now: %(indicator)s") % {"indicator": each.indicator.name}
            key = f"edition:{each.indicator.slug}:{each.date}"
            yield Day(key, each.date, what, each.indicator.get_absolute_url())


def in_words(lines: Iterable[ParenthoodLine]) -> list[tuple[ParenthoodLine, list[Answer]]]:
    """Each producer with its answers in words."""
    return [(line, list(map(_answer, Parameter, line.squares))) for line in lines]


def _answer(parameter: Parameter, square: Square) -> Answer:
    answer = Cuttable(square.said.answer) if square.said else Cuttable.UNKNOWN
    return Answer(parameter, square, str(answer.label), TONES[answer])


def as_table(found: Matrix) -> Table:
    """Every answer of every year, with what figures show beside it."""
    columns = "producer name* year parameter answer url note* seen_figures seen_last_year"
    return table("parenthood", "by what the figures of producers can be cut", "producer year parameter",
                 columns, _rows(found))  # fmt: skip


def _rows(found: Matrix) -> Iterator[dict[str, object]]:
    for each in found.answers:
        seen = found.seen(each.producer, Parameter(each.parameter))
        yield {
            "producer": each.producer, "name": each.producer_name, "year": each.year,
            "parameter": each.parameter, "answer": each.answer, "url": each.url, "note": each.note,
            "seen_figures": seen.figures if seen else 0, "seen_last_year": seen.year if seen else None,
        }  # fmt: skip
