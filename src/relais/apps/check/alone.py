"""Who counts as a single parent: every law that has such a notion, for every ready-made family."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.utils.translation import override

from relais.apps.check import catalogue
from relais.apps.check.because import because
from relais.apps.check.persons import called
from relais.apps.check.profiles import Profile, profiles
from relais.apps.sheets.tables import Table, table
from relais.core.rights.counting import Counted, Standing, standings, users
from relais.core.rights.notions import Notion
from relais.core.texts.text import LANGUAGES


@dataclass(frozen=True)
class Row:
    """One notion: how each family stands, in the order of the profiles, and the rights that use it too."""

    notion: Notion
    cells: tuple[tuple[Profile, Standing], ...]
    users: tuple[str, ...]

    def why(self, language: str) -> list[tuple[Counted, list[Profile], list[str]]]:
        """Answer and reasons in words, with the families that share them."""
        found: dict[tuple[Counted, tuple[str, ...]], list[Profile]] = {}
        for profile, standing in self.cells:
            found.setdefault((standing.counted, tuple(_words(standing, language))), []).append(profile)
        return [(counted, families, list(words)) for (counted, words), families in found.items()]


@dataclass(frozen=True)
class Tally:
    """Under how many notions a family counts, does not, and may."""

    profile: Profile
    counts: dict[Counted, int]

    @property
    def yes(self) -> int:
        return self.counts[Counted.YES]

    @property
    def no(self) -> int:
        return self.counts[Counted.NO]

    @property
    def depends(self) -> int:
        return self.counts[Counted.DEPENDS]


@dataclass(frozen=True)
class Matrix:
    """Notions by profiles, under the law of `date`; `without` are the rights that have no such notion."""

    date: dt.date
    rows: tuple[Row, ...]
    without: tuple[str, ...]

    @cached_property
    def tallies(self) -> list[Tally]:
        stood = zip(*(row.cells for row in self.rows), strict=True)
        return [
            Tally(cells[0][0], {each: sum(s.counted == each for _, s in cells) for each in Counted})
            for cells in stood
        ]

    @property
    def fewest(self) -> Tally:
        """The family that counts least often."""
        return min(self.tallies, key=lambda tally: tally.yes)


@cache
def matrix() -> Matrix:
    """Computed once a process: the families are invented, and the law of their day does not change."""
    families = profiles()
    law = catalogue.law(families[0].date)
    stood = [standings(law, catalogue.notions(), family.family) for family in families]
    rows = tuple(
        Row(
            each[0].notion, tuple(zip(families, each, strict=True)),
            tuple(users(law, each[0].notion, catalogue.rights())),
        )
        for each in zip(*stood, strict=True)
    )  # fmt: skip
    using = {name for row in rows for name in (row.notion.right, *row.users)}
    return Matrix(law.date, rows, tuple(name for name in catalogue.rights() if name not in using))


def _words(standing: Standing, language: str) -> Iterator[str]:
    yield from (because(reason, language) for reason in standing.reasons)
    nodes = catalogue.law(profiles()[0].date).nodes
    for need in standing.needs:
        label = nodes[need.name].label
        said = label.said(language).words if label else need.name
        yield f"{said} ({called(need.person)})" if need.person else said


def as_table(found: Matrix) -> Table:
    """A row for each notion and profile: the matrix as statisticians want it."""
    return table(
        "single_parent",
        f"who counts as a single parent under the law of {found.date}, for invented families",
        "rule profile", "rule right name* term* definition* source profile story* counts because*",
        (_cell(row, *cell) for row in found.rows for cell in row.cells),
    )  # fmt: skip


def _cell(row: Row, profile: Profile, standing: Standing) -> dict[str, Any]:
    notion = row.notion
    words: dict[str, str] = {}
    for language in LANGUAGES:
        with override(language):
            words[language] = "; ".join(_words(standing, language))
    texts = {key: getattr(notion, key) for key in ("name", "term", "definition")} | {"story": profile.story}
    return {
        "rule": notion.rule, "right": notion.right, "source": notion.source, "profile": profile.slug,
        "counts": standing.counted.value, "because": words,
        **{key: {each: text.said(each).words for each in LANGUAGES} for key, text in texts.items()},
    }  # fmt: skip
