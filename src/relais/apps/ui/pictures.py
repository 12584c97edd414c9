"""A chart as a file that stands alone: SVG with its title and source, PNG, CSV."""

from __future__ import annotations

import csv as files
import io
from functools import cache
from html import escape

import resvg_py

from relais.apps.ui.drawing import CARD, FONT, drawn, marked
from relais.core.figures.charts import Chart
from relais.core.figures.shapes import Words, lines_of

MARGIN, TITLE, LINE = 20.0, 22.0, 16.0  # px: around all, from one line of a title to the next, of other words
SHARP = 2.0  # pixels of a PNG for one of the drawing
COLUMNS = ("name", "label", "date", "code", "value", "low", "high", "status")


class NoFont(RuntimeError):
    """Words cannot be drawn as pixels."""


def svg(chart: Chart, *, is_narrow: bool = False) -> str:
    """The chart with its title above and its source beneath; nothing else is needed to read it."""
    drawing = chart.narrow if is_narrow else chart.wide
    about, room = chart.about, drawing.width
    head, y = _lines(about.title, "title", MARGIN + 14, TITLE, room * 0.9, 17)
    measured, y = _lines(about.measured, "light", y, LINE, room, 12)
    top = y + 2
    foot, end = _lines(about.source, "light", top + drawing.height + 24, LINE, room, 12)
    height, width = end + MARGIN - LINE + 4, room + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" role="img" aria-labelledby="t d" '
        f'font-family="{FONT}" font-size="12">'
        f'<title id="t">{escape(about.title)}</title><desc id="d">{escape(about.description)}</desc>'
        f'<path d="M0 0H{width:.0f}V{height:.0f}H0z" fill="{CARD}"/>{head}{measured}'
        f'<g transform="translate({MARGIN:.0f} {top:.0f})">{drawn(drawing, "c")}</g>{foot}</svg>'
    )


def _lines(text: str, kind: str, y: float, step: float, room: float, size: float) -> tuple[str, float]:
    """`text` from a baseline at `y` on, and the baseline after it."""
    ink, weight = ("#1f2430", ' font-weight="700"') if kind == "title" else ("#595e6c", "")
    lines = lines_of(text, room, size)
    made = "".join(marked(Words(MARGIN, y + n * step, line)) for n, line in enumerate(lines))
    return f'<g fill="{ink}" font-size="{size}"{weight}>{made}</g>', y + step * len(lines)


def png(picture: str) -> bytes:
    """An SVG of `svg` as pixels. Raises NoFont where the machine has no font."""
    if not _has_font():
        raise NoFont("no font on this machine: install one (Debian: fonts-dejavu-core), then try again")
    return resvg_py.svg_to_bytes(svg_string=picture, zoom=SHARP)


@cache
def _has_font() -> bool:
    """Whether a word leaves a mark: resvg draws nothing, and says nothing, without one."""
    empty = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{}</svg>'
    word = f'<text y="15" font-family="{FONT}">W</text>'
    with_word, without = (resvg_py.svg_to_bytes(svg_string=empty.format(each)) for each in (word, ""))
    return with_word != without


def csv(chart: Chart) -> str:
    """A row for each value, the same columns for every chart. What is not shown is empty, with its status."""
    file = io.StringIO()
    writer = files.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for name, point in chart.rows:
        day = point.date.isoformat() if point.date else ""
        writer.writerow(
            [name, point.label, day, point.code, point.value, point.low, point.high, point.status.value]
        )
    return file.getvalue()
