"""The words of charts in the reader's language; a room adds only how its values are written."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from relais.core.figures.charts import Wording


def wording(
    said: Callable[[float], str],
    marked: Callable[[float], str] | None = None,
    *,
    name: str = "",
    label: str = "",
) -> Wording:
    """`said` writes a value with its unit (“12,3 %”), `marked` one beside an axis.

    `name` is the head of the column of series (“sex”), `label` that of points (“year”, “municipality”).
    """
    return Wording(
        said=said,
        marked=marked or said,
        hidden=_("hidden to protect persons"),
        missing=_("no data"),
        interval=_("interval (95 %)"),
        between=_("{low} to {high}"),
        begins=_("The axis begins at {value}, not at zero."),
        name=name or _("Group"),
        label=label or _("Period"),
        value=_("Value"),
        low=_("interval (95 %), from"),
        high=_("to"),
    )
