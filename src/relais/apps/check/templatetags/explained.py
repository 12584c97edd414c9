"""An explanation step by step, as nested lists: what lies behind a step opens under it."""

from __future__ import annotations

from collections.abc import Iterator

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from relais.core.rights.words.wording import Branch

register = template.Library()


@register.filter
def steps(branch: Branch) -> SafeString:
    """A tree, from its root on. In Python, as a template that includes itself takes ten times as long."""
    return format_html('<ul class="how-steps">{}</ul>', _item(branch, "open"))


def _item(branch: Branch, state: str = "") -> SafeString:
    told = branch.told
    inside = [*_conditions(told.conditions), *map(_item, branch.because)]
    if not inside:
        return format_html("<li>{}{}</li>", told.head, _note(branch))
    return format_html(
        "<li><details {}><summary>{}</summary>{}<ul>{}</ul></details></li>",
        state, told.head, _note(branch), format_html_join("", "{}", ((each,) for each in inside)),
    )  # fmt: skip


def _conditions(lines: str) -> Iterator[SafeString]:
    return (format_html("<li>{}</li>", line) for line in lines.split("\n") if line)


def _note(branch: Branch) -> SafeString | str:
    """The article, or since when an amount is, with where it was read."""
    note, source = branch.told.note, branch.told.source
    if not source:
        return format_html(' <span class="muted">{}</span>', note) if note else ""
    link = format_html(
        '<a href="{}" rel="noreferrer">{}<span class="unseen">: {}</span></a>',
        source, _("source"), branch.told.head,
    )  # fmt: skip
    return format_html(' <span class="muted">{} · {}</span>', note, link)
