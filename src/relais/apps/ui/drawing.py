"""Shapes of a chart as SVG. Written here and not in a template, which takes ten times as long.

What stands alike one after another shares a group. Its class is for the stylesheet; its attributes are for
where there is none: a file of its own, an e-mail, a printer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from html import escape
from itertools import groupby, pairwise
from typing import Any

from relais.core.figures.charts import Drawing
from relais.core.figures.charts.chart import Shape
from relais.core.figures.shapes import Area, Box, Dot, Line, Rule, Words

FONT = "system-ui,'Segoe UI',Roboto,'Noto Sans','Liberation Sans','DejaVu Sans',Arial,sans-serif"
SOFT = "#94897a"
CARD, INK, MUTED, EDGE, GRID = "#fffdf9", "#1f2430", "#595e6c", "#8d8474", "#e2d8c7"
HALO = f'stroke="{CARD}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"'
HUES = ("#0f5c57", "#a8410f", "#2f55a4", "#7b2d6b", "#6b5200", "#4a5160")
SHADES = ("#deeeea", "#a9d2cb", "#66aca4", "#277f77", "#0b4a46")
DASHES = ("none", "7 4", "1.5 4.5", "11 4 2 4", "4 3", "2 3 7 3")
STYLES = {
    "line": 'fill="none" stroke="{hue}" stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round" '
    'stroke-dasharray="{dash}"',
    "dot": 'fill="{hue}" stroke="{card}"',
    "open": 'fill="{card}" stroke="{hue}" stroke-width="1.8"',
    "bar": 'fill="{hue}"',
    "band": 'fill="{hue}" fill-opacity=".16"',
    "whisker": 'stroke="{hue}" stroke-width="1.6" stroke-opacity=".75"',
    "range": 'stroke="{hue}" stroke-width="6" stroke-opacity=".3" stroke-linecap="round"',
    "under": 'stroke="{card}" stroke-width="3.2" stroke-opacity=".8"',
    "over": 'stroke="{ink}" stroke-width="1.3"',
    "between": 'stroke="{edge}" stroke-width="1.5"',
    "grid": 'stroke="{grid}"',
    "tick": 'stroke="{edge}"',
    "zero": 'stroke="{edge}" stroke-width="1.2"',
    "lead": 'stroke="{muted}" stroke-width=".8"',
    "break": 'stroke="{ink}" stroke-dasharray="2 3"',
    "name": 'fill="{hue}" font-size="12.5" font-weight="700"',
    "value": 'fill="{ink}" font-weight="600" {halo}',
    "label": 'fill="{ink}" font-size="13" {halo}',
    "aside": 'fill="{muted}" {halo}',
    "light": 'fill="{muted}"',
    "note": 'fill="{ink}" font-style="italic"',
    "tile": 'fill="{ink}" font-size="11"',
    "figure": 'fill="{ink}" font-size="15" font-weight="700"',
    "spot": 'fill="{ink}" font-weight="600" {halo}',
    "place": 'fill="{ink}" font-size="11" {halo}',
    "count": 'fill="{hue}" fill-opacity=".45" stroke="{hue}"',
    "plain": 'fill-rule="evenodd" fill="{card}" stroke="{edge}" stroke-width=".8"',
    "shade": 'fill-rule="evenodd" fill="{shade}" stroke="{edge}" stroke-width=".5"',
    "hidden": 'fill-rule="evenodd" fill="url(#{key}-hidden)" stroke="{edge}" stroke-width=".8"',
    "missing": 'fill-rule="evenodd" fill="url(#{key}-missing)" stroke="{edge}" stroke-width=".8"',
}  # fmt: skip
PATTERNS = {
    "hidden": '<pattern id="{key}-hidden" width="5" height="5" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><path class="c-ground" d="M0 0H5V5H0z" fill="{card}"/>'
    '<path class="c-hatch" d="M0 0V5" stroke="{muted}" stroke-width="2.2"/></pattern>',
    "missing": '<pattern id="{key}-missing" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<path class="c-ground" d="M0 0H7V7H0z" fill="{card}"/>'
    '<circle class="c-speck" cx="3.5" cy="3.5" r="1" fill="{muted}"/></pattern>',
}  # fmt: skip
COLOURS = {"halo": HALO, "card": CARD, "ink": INK, "muted": MUTED, "edge": EDGE, "grid": GRID}


def drawn(drawing: Drawing, key: str) -> str:
    """Everything within the svg element. `key` begins the ids of its hatches: each drawing has its own."""
    kinds = {_style(shape) for shape in drawing.shapes}
    patterns = "".join(text.format(key=key, **COLOURS) for kind, text in PATTERNS.items() if kind in kinds)
    groups = (
        f"<g {_attributes(style, key)}>{_together(list(shapes))}</g>"
        for style, shapes in groupby(drawing.shapes, _style)
    )
    return patterns + "".join(groups)


def _together(shapes: Sequence[Shape]) -> str:
    """Rules say nothing on their own: all of a group are one path."""
    rules = [_path(((r.x1, r.y1), (r.x2, r.y2))) for r in shapes if isinstance(r, Rule)]
    others = [marked(shape) for shape in shapes if not isinstance(shape, Rule)]
    return (f'<path d="{"".join(rules)}"/>' if rules else "") + "".join(others)


def _style(shape: Shape) -> str:
    if isinstance(shape, Words):
        return shape.kind if shape.anchor == "start" else f"{shape.kind}@{shape.anchor}"
    if isinstance(shape, Line):
        return f"line {shape.kind}"
    if isinstance(shape, Dot):
        if shape.kind == "count":
            return "count 0"
        return f"{'open' if shape.form in OPEN else 'dot'} {shape.kind}"
    return shape.tone if isinstance(shape, Box) else shape.kind


@lru_cache(maxsize=512)
def _attributes(style: str, key: str) -> str:
    style, _, anchor = style.partition("@")
    first, *more = style.split()
    number = next((int(each) for each in more if each.isdigit()), 0)
    values = {"hue": HUES[number], "shade": SHADES[number - 1], "dash": DASHES[number], "key": key, **COLOURS}
    if "soft" in more:
        values["hue"] = SOFT
    if "on" in more:
        values |= {"ink": CARD if number > 3 else INK, "halo": HALO.replace(CARD, SHADES[number - 1])}
    classes = " ".join(f"c-{each}" for each in (first, *more))
    halo = f" {HALO}" if "hatched" in more or "disc" in more else ""
    at = f' text-anchor="{anchor}"' if anchor else ""
    return f'class="{classes}" {STYLES[first].format(**values)}{halo}{at}'


def marked(shape: Shape) -> str:
    return WRITERS[type(shape)](shape)


def _closed(name: str, attributes: str, says: str) -> str:
    return (
        f"<{name} {attributes}><title>{escape(says)}</title></{name}>" if says else f"<{name} {attributes}/>"
    )


def _box(box: Box) -> str:
    at = f'x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"'
    return _closed("rect", at, box.says)


def _line(line: Line) -> str:
    return f'<path d="{_path(line.corners)}"/>'


def _area(area: Area) -> str:
    return _closed("path", f'd="{"".join(_path(ring) + "z" for ring in area.rings)}"', area.says)


def _words(words: Words) -> str:
    return f'<text x="{words.x:.0f}" y="{words.y:.0f}">{escape(words.text)}</text>'


def _dot(dot: Dot) -> str:
    if dot.form in ("disc", "ring"):
        return _closed("circle", f'cx="{_n(dot.x)}" cy="{_n(dot.y)}" r="{_n(dot.radius)}"', dot.says)
    corners = [(dot.x + dot.radius * x, dot.y + dot.radius * y) for x, y in FORMS[dot.form]]
    return _closed("path", f'd="{_path(corners)}z"', dot.says)


FORMS = {  # corners around 0, 0, as large to the eye as a disc of radius 1
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "triangle": ((0, -1.3), (1.25, 0.95), (-1.25, 0.95)),
    "kite": ((-1.25, -0.95), (1.25, -0.95), (0, 1.3)),
}
OPEN = ("ring", "kite")
WRITERS: dict[type, Callable[[Any], str]] = {
    Area: _area, Box: _box, Dot: _dot, Line: _line, Words: _words,
}  # fmt: skip


def _path(corners: Iterable[tuple[float, float]]) -> str:
    """From corner to corner, each told from the one before, in tenths of a pixel: the shortest there is."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in corners]
    start = f"M{_tenths(tenths[0][0])} {_tenths(tenths[0][1])}"
    steps = ((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(tenths))
    return start + "".join(_step(dx, dy) for dx, dy in steps if dx or dy)


def _step(dx: int, dy: int) -> str:
    if not dy:
        return f"h{_tenths(dx)}"
    return f"l{_tenths(dx)}{'' if dy < 0 else ' '}{_tenths(dy)}" if dx else f"v{_tenths(dy)}"


def _tenths(number: int) -> str:
    whole, rest = divmod(abs(number), 10)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}" if not rest else f"{sign}{whole or ''}.{rest}"


def _n(number: float) -> str:
    return _tenths(round(number * 10))
