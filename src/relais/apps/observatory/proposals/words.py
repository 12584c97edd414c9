"""What a release changes, in words and by the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory.periods import period_in_words
from relais.apps.observatory.proposals.differences import Differences
from relais.apps.observatory.reading.words import (
    Codes,
    cut_in_words,
    interval_in_words,
    names_of_codes,
    place_in_words,
    value_in_words,
)
from relais.apps.observatory.vocabulary import Quality, Secrecy

FIRST, A_PAGE = 20, 100
TITLES = {"new": _("New figures"), "changed": _("Changed figures"), "gone": _("Figures that are gone")}


@dataclass(frozen=True, slots=True)
class Line:
    """One cell. `before` and `after` are "" for what was not said."""

    definition: LocalText
    period: str
    place: str
    cut: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Figures that are new, that changed or that are gone. `is_cut`: there are more than those shown."""

    kind: str
    title: str | Promise
    page: Page[m.Observation]
    lines: tuple[Line, ...]

    @property
    def count(self) -> int:
        return self.page.paginator.count

    @property
    def count_in_words(self) -> str:
        return value_in_words(self.count, 0)

    @property
    def is_cut(self) -> bool:
        return len(self.lines) < self.count


def listings(changes: Differences, of: str = "", page: str | None = None) -> list[Listing]:
    """The first of each; or, `of` one of them, that `page`. At most eight queries."""
    names = names_of_codes()
    chosen = [of] if of in TITLES else list(TITLES)
    return [_listing(changes, kind, names, A_PAGE if of else FIRST, page if of else None) for kind in chosen]


def _listing(changes: Differences, kind: str, names: Codes, size: int, number: str | None) -> Listing:
    rows: m.ObservationQuerySet = getattr(changes, kind)
    page = Paginator(rows, size).get_page(number)
    return Listing(kind, TITLES[kind], page, tuple(_lines(list(page.object_list), kind, names)))


def _lines(rows: list[m.Observation], kind: str, names: Codes) -> Iterator[Line]:
    before = m.Observation.objects.in_bulk([row.then for row in rows]) if kind == "changed" else {}  # type: ignore[attr-defined]
    for row in rows:
        then = before.get(row.then) if before else None  # type: ignore[attr-defined]
        yield Line(
            row.definition.name, period_in_words(row.period), place_in_words(row.place, names),
            cut_in_words(row.cut, names), in_words(then or row) if kind != "new" else "",
            in_words(row) if kind != "gone" else "",
        )  # fmt: skip


def in_words(figure: m.Observation) -> str:
    """“31.7 (25.1 – 38.9), estimated”; of one without a value, why it has none."""
    if figure.value is None:
        is_hidden = figure.secrecy == Secrecy.HIDDEN
        return str(Secrecy.HIDDEN.label if is_hidden else Quality(figure.quality).label)
    value = value_in_words(figure.value, figure.decimals)
    if interval := interval_in_words(figure):
        value += f" ({interval})"
    if figure.printed:
        value += f" [{figure.printed}]"
    return value if figure.quality == Quality.NORMAL else f"{value}, {Quality(figure.quality).label}"
