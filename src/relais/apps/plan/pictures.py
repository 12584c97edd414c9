"""A drawing of the chain with words: which measure each circle is, what each row and column is called."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from relais.apps.plan.models import Measure
from relais.core.chain.layout import Band, Column, Drawing, Edge, Node

LETTER_WIDTH = 7.0  # px of an average letter of a row's label
LINE_HEIGHT = 15.0  # px

AROUND = {1: _("before it"), 2: _("this measure"), 3: _("after it")}


@dataclass(frozen=True, slots=True)
class Mark:
    """How one measure stands out: a kind, which the stylesheet knows (held, slowed), and what it means."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What the template `plan/drawing.svg` needs: shapes, back to front, each with its words."""

    width: float
    height: float
    bands: list[tuple[Band, list[tuple[float, str]]]]
    columns: list[tuple[Column, float, str | Promise]]
    edges: list[Edge]
    nodes: list[tuple[Node, Measure, Mark | None]]


def picture_of_plan(
    drawing: Drawing, measures: Iterable[Measure], marks: Mapping[int, Mark] = MappingProxyType({})
) -> Picture:
    """All measures: a row for each theme, a column for each step. `marks` by number of measure."""
    by_number = {measure.number: measure for measure in measures}
    names = {m.theme.number: f"{m.theme.number}. {m.theme.name}" for m in by_number.values()}
    bands = [(band, _lines(names[band.theme], band.label_width)) for band in drawing.bands]
    return _picture(drawing, by_number, bands, [(c, c.x, _step(c.step)) for c in drawing.columns], marks)


def as_svg(picture: Picture, *, name: str, title: str) -> SafeString:
    """The picture as it stands in a page; `name` begins its ids. What rooms above show it with."""
    return render_to_string("plan/drawing.svg", {"picture": picture, "name": name, "title": title})


def picture_around(drawing: Drawing, by_number: Mapping[int, Measure]) -> Picture:
    """One measure between what comes before and after it; headings only where something stands."""
    there = {node.step for node in drawing.nodes}
    columns = [(c, c.x + c.width / 2, AROUND[c.step or 2]) for c in drawing.columns if c.step in there]
    return _picture(drawing, by_number, [], columns)


def _picture(
    drawing: Drawing,
    by_number: Mapping[int, Measure],
    bands: list[tuple[Band, list[tuple[float, str]]]],
    columns: Sequence[tuple[Column, float, str | Promise]],
    marks: Mapping[int, Mark] = MappingProxyType({}),
) -> Picture:
    edges = sorted(drawing.edges, key=lambda edge: edge.family == "order")
    nodes = [(node, by_number[node.number], marks.get(node.number)) for node in drawing.nodes]
    return Picture(drawing.width, drawing.height, bands, list(columns), edges, nodes)


def _lines(words: str, width: float) -> list[tuple[float, str]]:
    """Lines that fit, each with how far it stands below the one before; together centred on the label."""
    lines = textwrap.wrap(words, max(8, int(width / LETTER_WIDTH)), max_lines=3, placeholder=" …")
    first = -LINE_HEIGHT * (len(lines) - 1) / 2 + 4
    return [(LINE_HEIGHT if i else first, line) for i, line in enumerate(lines)]


def _step(step: int | None) -> str | Promise:
    return _("no order known") if step is None else _("step %(n)s") % {"n": step}
