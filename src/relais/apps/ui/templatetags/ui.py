"""Components: what a page is made of. Each has an example on the gallery page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from django import forms, template
from django.core.paginator import Page
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from relais.apps.languages.addresses import address
from relais.apps.languages.fields import LocalText
from relais.apps.languages.reader import colon as colon_of_reader
from relais.apps.languages.reader import reader_language
from relais.apps.languages.switch import Choice, choices
from relais.apps.ui.drawing import drawn
from relais.apps.ui.slots import Column, added, filled
from relais.core.figures.charts import Chart, Drawing
from relais.core.figures.charts.chart import Row

register = template.Library()

# Colours of the parts of a figure on paper; on a screen the stylesheet's own come before these.
FILLS = {
    "good": "#0f5c57", "waiting": "#e3c766", "waiting-soft": "#f4e8bd", "late": "#a8410f",
    "blocked": "#6f2408", "plain": "#6f675a", "unknown": "#ffffff",
}  # fmt: skip


@register.simple_tag
def to(page: str, *arguments: str | int) -> str:
    """The address of a page in the reader's language."""
    return address(page, *arguments)


@register.filter
def said(text: LocalText | None) -> str | SafeString:
    """A text, marked with its language when it is not the reader's."""
    if text is None:
        return ""
    reading = reader_language()
    language, words = text.said(reading)
    return words if language == reading else format_html('<span lang="{}">{}</span>', language, words)


@register.simple_tag
def colon() -> str:
    """The colon of the reader's language."""
    return colon_of_reader()


@register.filter
def label(value: str, vocabulary: Any) -> str:
    """The name of a value of a closed list."""
    return str(vocabulary(value).label)


@register.filter
def fill(tone: str) -> str:
    """The colour in which a tone is printed."""
    return FILLS.get(tone, FILLS["plain"])


@register.simple_tag(takes_context=True)
def language_choices(context: dict[str, Any]) -> list[Choice]:
    """The language switch for this page."""
    request: HttpRequest | None = context.get("request")
    return choices(request) if request else []


@register.simple_tag(takes_context=True)
def slot(context: dict[str, Any], name: str, thing: Any) -> SafeString:
    """What rooms above this one have to show here about `thing` (see ui/slots.py)."""
    return format_html_join("\n", "{}", ((html,) for html in filled(name, context["request"], thing)))


@register.simple_tag(takes_context=True)
def columns(context: dict[str, Any], listing: str, rows: Iterable[Any]) -> list[Column]:
    """What rooms above this one add to a list (see ui/slots.py); for each row, `{{ column|cell:row }}`."""
    return added(listing, context["request"], rows)


@register.filter
def cell(column: Column, row: Any) -> str | SafeString:
    """What stands in `column` for `row`."""
    return column.of(row)


@register.inclusion_tag("ui/crumbs.html")
def crumbs(*steps: str) -> dict[str, Any]:
    """Where you are: pairs of address and name, outermost first. The page itself is not repeated."""
    return {"steps": list(zip(steps[::2], steps[1::2], strict=True))}


@register.simple_block_tag
def page_head(content: str, title: str, kicker: str = "") -> SafeString:
    """The head of a page: kicker, title, and what the page is for in one or two sentences."""
    return format_html(
        '<header class="page-head">{}<h1>{}</h1>{}</header>',
        format_html('<p class="kicker">{}</p>', kicker) if kicker else "",
        title,
        format_html('<div class="lead">{}</div>', mark_safe(content)) if content.strip() else "",
    )


@register.simple_block_tag
def notice(content: str, kind: str = "plain") -> SafeString:
    """Something to know before reading on. Kinds: plain, unknown (a gap that is shown), warning."""
    return format_html('<div class="notice notice-{}">{}</div>', kind, mark_safe(content))


@register.simple_tag
def tag(words: object, kind: str = "plain") -> SafeString:
    """A short label. Kinds: plain, priority, recommendation, quiet."""
    return format_html('<span class="tag tag-{}">{}</span>', kind, words)


@register.simple_tag
def status(words: object, tone: str = "plain") -> SafeString:
    """How something stands, in words with a mark beside them: colour is never alone.

    Tones: good, late, blocked, unknown, waiting, plain.
    """
    return format_html('<span class="status status-{}">{}</span>', tone, words)


@register.inclusion_tag("ui/form.html")
def form_fields(form: forms.BaseForm) -> dict[str, Any]:
    """The fields of a form with their errors first, each told beside its field and once more on top."""
    return {"form": form}


@register.inclusion_tag("ui/pager.html")
def pager(page: Page[Any], query: str = "") -> dict[str, Any]:
    """The pages of a list, for one that has several. `query` is the query string that every page keeps."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "numbers": list(numbers), "before": f"{query}&" if query else ""}


class Option(Protocol):
    """One choice of a facet and how many things it gives."""

    value: str
    label: str | Promise
    count: int
    is_chosen: bool


@register.inclusion_tag("ui/facet.html")
def facet(name: str, legend: str, options: Iterable[Option], is_open: bool = False) -> dict[str, Any]:
    """A group of filter options with counts."""
    rows = format_html_join("\n", _OPTION, (_option(name, option) for option in options))
    return {"legend": legend, "rows": rows, "is_open": is_open}


# Written here and not in the template: a list page shows some 150 of them.
_OPTION = (
    '<label class="option{}"><input type="checkbox" id="{}-{}" name="{}" value="{}"{}>'
    '<span>{}</span><span class="count">{}</span></label>'
)


def _option(name: str, option: Option) -> tuple[Any, ...]:
    empty = "" if option.count or option.is_chosen else " option-empty"
    checked = mark_safe(" checked") if option.is_chosen else ""
    return empty, name, option.value, name, option.value, checked, option.label, option.count


@register.inclusion_tag("ui/chart.html")
def chart(chart: Chart, key: str, svg: str = "", png: str = "", csv: str = "") -> dict[str, Any]:
    """A chart, wide or narrow as its place is, with its table. `key` begins the ids: unique on the page.

    `svg`, `png` and `csv` are the addresses of its files; what has none is not offered.
    """
    drawings = [
        {"name": name, "key": f"{key}-{name}", "size": f"{each.width:g} {each.height:.0f}",
         "shapes": mark_safe(drawn(each, f"{key}-{name}"))}
        for name, each in (("wide", chart.wide), ("narrow", chart.narrow))
    ]  # fmt: skip
    files = [(name, where) for name, where in (("SVG", svg), ("PNG", png), ("CSV", csv)) if where]
    rows = mark_safe("".join(_row(chart, row) for row in chart.rows))
    return {"chart": chart, "drawings": drawings, "files": files, "rows": rows}


@register.simple_tag
def spark(drawing: Drawing, says: str) -> SafeString:
    """A line as small as a word; `says` what is to be seen, for who does not see it."""
    if not drawing.shapes:
        return mark_safe("")
    size = f"{drawing.width:g} {drawing.height:g}"
    shapes = mark_safe(drawn(drawing, "spark"))
    return format_html(
        '<svg class="spark" viewBox="0 0 {}" role="img"><title>{}</title>{}</svg>', size, says, shapes
    )


def _row(chart: Chart, row: Row) -> SafeString:
    point, words = row.point, chart.words
    name = format_html('<th scope="row">{}</th>', row.name) if chart.has_names else ""
    head = format_html("<td>{}</td>" if name else '<th scope="row">{}</th>', point.label)
    ends = [words.said(end) for end in point.ends] if point.ends else ["", ""]
    numbers = [words.of(point), *(ends if chart.has_intervals else [])]
    cells = format_html_join("", '<td class="number">{}</td>', ((number,) for number in numbers))
    return format_html("<tr>{}{}{}</tr>", name, head, cells)
