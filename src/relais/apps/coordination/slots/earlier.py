"""On the page of an earlier plan: each of its actions leads to what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _

from relais.apps.coordination.codes import code_of_action
from relais.apps.coordination.models import Action
from relais.apps.plan.models import EarlierAction
from relais.apps.ui.slots import Column, adds


@adds("earlier-actions")
def earlier(_request: HttpRequest, shown: Sequence[EarlierAction]) -> list[Column]:
    """A link to the page of the action, where it is told here. One query."""
    codes = {row.pk: code_of_action(row.document.slug, row.number) for row in shown}
    told = {a.code: a for a in Action.objects.published().filter(code__in=codes.values()).only("code")}
    words = _("What became of action %(number)s")
    return [
        Column(
            _("What became of it"),
            {
                row.pk: format_html('<p class="small"><a href="{}">{}</a></p>',
                                    told[codes[row.pk]].get_absolute_url(), words % {"number": row.number})
                for row in shown if codes[row.pk] in told
            },
        )
    ]  # fmt: skip
