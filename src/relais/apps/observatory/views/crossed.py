"""Groups where characteristics cross: what is known, what an estimate adds, and what nobody counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relais.apps.observatory import models as m
from relais.apps.observatory.comparing.crossing import ASKED_BY, Crossed, places, wanted
from relais.apps.observatory.comparing.crossing import crossed as all_crossed
from relais.apps.observatory.pictures.crossing import Words, in_words, sections
from relais.apps.observatory.reading.words import names_of_codes
from relais.apps.ui.filters import LONGEST_LIST, Option


@login_not_required
def crossed(request: HttpRequest) -> HttpResponse:
    """Every crossing; with `?indicator=` of one, with `?dimension=` where these cross, whatever else does."""
    slug, asked = request.GET.get("indicator", ""), request.GET.getlist("dimension")[:LONGEST_LIST]
    everything = all_crossed(places())
    within = [each for each in everything if slug in ("", each.definition.indicator.slug)]
    found = [each for each in within if set(asked) <= set(each.dimensions)]
    words = _words()
    asked_for = [in_words(each, words) for each in wanted()]
    context = {
        "counted": sections((each for each in found if not each.is_modelled), words),
        "modelled": sections((each for each in found if each.is_modelled), words),
        "indicators": dict.fromkeys(each.definition.indicator for each in everything), "slug": slug,
        "options": _options(within, asked, words), "is_narrowed": bool(slug or asked),
        "wanted": [each for each in asked_for if each.apart],
        "complete": [each for each in asked_for if not each.apart], "asked_by": ASKED_BY,
    }  # fmt: skip
    return render(request, "observatory/crossed.html", context)


def _words() -> Words:
    dimensions = dict(m.Dimension.objects.order_by("position").values_list("slug", "name"))
    return Words(names_of_codes(), dimensions, dict(m.Note.objects.values_list("slug", "words")))


def _options(within: Sequence[Crossed], asked: Sequence[str], words: Words) -> list[Option]:
    """Each characteristic that crosses another, and in how many charts."""
    counts = Counter(name for each in within for name in each.dimensions)
    known = [name for name in words.dimensions if name in counts or name in asked]
    return [Option(name, words.of_dimension(name), counts[name], name in asked) for name in known]
