"""Every public page: what a search engine is told, and a test compares with what links lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import override

from relais.apps.accounts.models import Organisation
from relais.apps.check.catalogue import slugs
from relais.apps.consultation.models import Consultation
from relais.apps.coordination import models as coordination
from relais.apps.freeze.models import Freeze
from relais.apps.languages.addresses import address
from relais.apps.meeting.models import Group
from relais.apps.observatory.models import Indicator, Observation, Publication, Release
from relais.apps.observatory.reading.places import places
from relais.apps.plan import models as plan
from relais.apps.reporting import places as reporting
from relais.core.texts.text import LANGUAGES

Page = tuple[str, *tuple[str | int, ...]]

# One a line, so that rooms that grow at the same time do not stand in one another's way.
PAGES = (
    "home",
    "about",
    "accessibility",
    "plan:themes",
    "plan:measures",
    "plan:actors",
    "plan:chain",
    "plan:documents",
    "plan:demands",
    "plan:glossary",
    "plan:download",
    "accounts:changes",
    "coordination:actions",
    "coordination:asks",
    "coordination:load",
    "coordination:organisations",
    "coordination:held-up",
    "coordination:what-if",
    "consultation:consultations",
    "meeting:groups",
    "observatory:home",
    "observatory:releases",
    "observatory:compare",
    "observatory:places",
    "observatory:downloads",
    "observatory:crossed",
    "observatory:parenthood",
    "observatory:wanted",
    "observatory:corrections",
    "observatory:calendar",
    "observatory:publications",
    "check:check",
    "check:leaves",
    "check:rights",
    "check:alone",
    "freeze:freezes",
    "freeze:comparison",
    "report:balances",
)
OF_A_FREEZE = (
    "freeze:freeze",
    "report:balance",
    "report:silent",
    "report:blocked",
    "report:changes",
    "report:wanted",
    "report:since-2016",
    "report:method",
)


def every_page() -> list[str]:
    """The address of every public page in every language. A few queries for each kind of page."""
    things = list(_things())
    found = []
    for language in LANGUAGES:
        with override(language):
            found += [address(page) for page in PAGES]
            found += [address(page, *arguments) for page, *arguments in things]
            found += reporting.public_pages()
    return found


def _things() -> Iterator[Page]:
    """Pages with a moving part: name and arguments."""
    yield from _each("plan:measure", plan.Measure.objects.values_list("number", flat=True))
    yield from _each("plan:theme", plan.Theme.objects.values_list("number", flat=True))
    yield from _each("plan:actor", plan.Actor.objects.values_list("slug", flat=True))
    yield from _each("plan:document", plan.Document.objects.values_list("slug", flat=True))
    published = coordination.Action.objects.published()
    yield from _each("coordination:action", published.values_list("code", flat=True))
    yield from _each("coordination:ask", coordination.Ask.objects.values_list("pk", flat=True))
    yield from _each("coordination:organisation", Organisation.objects.values_list("slug", flat=True))
    yield from Consultation.objects.public_pages()
    yield from Group.objects.public_pages()
    yield from _each("check:right", slugs())
    yield from Release.objects.public_pages()
    yield from _each("observatory:indicator", Indicator.objects.values_list("slug", flat=True))
    where = places()
    yield from _each("observatory:place", (where.region, *where.municipalities) if where.region else ())
    for cell in Observation.objects.current().copied().cells():
        yield ("observatory:figure", *cell)
    yield from _each("observatory:publication", Publication.objects.values_list("year", flat=True))
    for freeze in Freeze.objects.newest_first():
        themes = freeze.dataset().rows("themes")
        yield from (("report:theme", freeze.name, row["number"]) for row in themes)
        yield from ((page, freeze.name) for page in OF_A_FREEZE)


def _each(page: str, keys: Iterable[str | int]) -> Iterator[Page]:
    return ((page, key) for key in keys)
