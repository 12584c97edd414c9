"""What a reader asks of the list of actions."""

from __future__ import annotations

from collections.abc import Callable, Collection

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.models.lines import Line
from relais.apps.plan.vocabulary import Level
from relais.apps.ui.filters import Filters, Labels
from relais.core.search.folding import fold

UNKNOWN = "unknown"

LEGENDS = {
    "theme": _("Theme"),
    "measure": _("Measure"),
    "owner": _("Owner"),
    "level": _("Level of power"),
    "decision": _("Decision"),
    "phase": _("Phase"),
    "timeliness": _("In time?"),
    "result": _("Result for families"),
    "target": _("For whom"),
    "origin": _("Who says so"),
}

OPTIONS_OF: dict[str, Callable[[Line], Collection[str]]] = {
    "theme": lambda line: {str(each.theme) for each in line.answered},
    "measure": lambda line: {str(each.number) for each in line.answered},
    "owner": lambda line: [each.slug for each in line.owners] or (UNKNOWN,),
    "level": lambda line: (line.level or UNKNOWN,),
    "decision": lambda line: (line.decision.value,),
    "phase": lambda line: (line.phase.value,),
    "timeliness": lambda line: (line.timeliness.value,),
    "result": lambda line: (line.result.value,),
    "target": lambda line: line.targets or (UNKNOWN,),
    "origin": lambda line: (line.origin.value,),
}


class ActionFilters(Filters[Line]):
    """Filters of the list of actions. “Not known” can be chosen like anything else."""

    legends = LEGENDS
    options_of = OPTIONS_OF

    def haystack(self, item: Line) -> str:
        """Code, title, description, owners."""
        owners = (word for owner in item.owners for word in owner.name.values())
        return fold(" ".join([item.code, *item.title.values(), *(item.description or {}).values(), *owners]))

    def labels(self, everything: Collection[Line]) -> Labels:
        answered = [each for line in everything for each in line.answered]
        themes = {each.theme: each.theme_name for each in answered}
        measures = {each.number: each.title for each in answered}
        owners: dict[str, str | Promise] = {
            each.slug: str(each.name) for line in everything for each in line.owners
        }
        unknown: dict[str, str | Promise] = {UNKNOWN: pgettext_lazy("facet", "not known")}
        return {
            "theme": {str(number): f"{number}. {themes[number]}" for number in sorted(themes)},
            "measure": {str(number): f"{number}. {measures[number]}" for number in sorted(measures)},
            "owner": {**dict(sorted(owners.items(), key=lambda pair: fold(str(pair[1])))), **unknown},
            "level": {**dict(Level.choices), **unknown},
            "decision": dict(v.Decision.choices),
            "phase": dict(v.Phase.choices),
            "timeliness": dict(v.Timeliness.choices),
            "result": dict(v.Result.choices),
            "target": {**dict(v.Target.choices), **unknown},
            "origin": dict(v.Origin.choices),
        }
