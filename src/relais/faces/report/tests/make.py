"""A year for tests: actions, asks, a round with reports and two voices, on the real plan; and its freeze."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.models import Action
from relais.apps.coordination.tests import make
from relais.apps.freeze.models import Freeze
from relais.apps.freeze.taking import take
from relais.apps.reporting import actions
from relais.apps.reporting.tests import make as reporting
from relais.apps.sheets.dataset import Dataset
from relais.core.texts.text import Text


def make_rows() -> list[Action]:
    """In the database: four actions of theme 5 and 6, one of them blocked and one late; asks, one silent."""
    done = make.make_action(
        "kinderhoek", measures=[16, 17], owners=["huis-maan", "de-brug"], decision=v.Decision.ADOPTED,
        phase=v.Phase.FINISHED, due_date=dt.date(2026, 6, 30), finished_date=dt.date(2026, 6, 1),
        title=Text({"nl": "Een kinderhoek in elk jobcentrum", "fr": "Un coin enfants dans chaque agence"}),
    )  # fmt: skip
    late = make.make_action(
        "avondlessen", measures=[20], owners=["huis-maan"], phase=v.Phase.RUNNING,
        due_date=dt.date(2026, 3, 31), title=Text({"nl": "Avondlessen met opvang"}),
    )  # fmt: skip
    blocked = make.make_action(
        "huurwaarborg", measures=[33], owners=["de-brug"], decision=v.Decision.PROPOSED,
        title=Text({"fr": "Une garantie locative pour parents seuls"}),
    )  # fmt: skip
    unknown = make.make_action("onbekend", measures=[35], origin=v.Origin.PUBLIC_SOURCES)
    make.make_blocker(blocked)
    make.make_budget(done, 2026, planned=60_000, committed=58_000, paid=57_500)
    make.make_budget(late, 2026, planned=25_000)
    make.make_milestone(late, "Lokaal gevonden", done_date=dt.date(2026, 2, 1))
    make.make_milestone(late, "Eerste les")
    make.make_fact(unknown, date="2026-05")
    make.make_data_gap(done, owner=make.make_organisation("de-brug"))
    make.make_ask("actiris", 16)
    make.make_step(make.make_ask("schools", 20), v.Reply.ACCEPTED)
    return [done, late, blocked, unknown]


def make_round() -> None:
    """A round of 2026: one report validated, the others silent; and both voices on one action."""
    year = reporting.make_round("2026", due=dt.date(2026, 10, 15))
    report = reporting.report_of(year, "kinderhoek")
    said = {"done_words": "In 6 centra staat nu een kinderhoek.", "next_words": "Nog 4 centra in 2027."}
    owner = reporting.member("huis-maan")
    actions.submit_report(report=report, by=owner, seen=report.version, **reporting.TOLD | said)
    reporting.validate(reporting.report_of(year, "kinderhoek"))
    for voice, by, activity, effect, words in (
        ("owner", reporting.member("huis-maan"), "planned", "unknown", "We deden wat gepland was."),
        ("observer", reporting.observer("de-brug"), "less", "some", "Zes centra van tien."),
    ):
        actions.state_voice(voice=voice, subject=report.action, by=by, seen=0, activity=activity,
                            effect=effect, words=words, language="nl", links=[])  # fmt: skip


def make_year(year: int = 2026) -> Dataset:
    """The dataset of what the database holds, as it would be taken when the year is over."""
    return take(year, dt.date(year + 1, 1, 15))


def make_balance(year: int = 2026) -> Freeze:
    """A freeze of the year with the rows above, kept in the database; nothing of it in the trail."""
    make_rows()
    make_round()
    frozen = Freeze.holding(make_year(year), edition=1, taken_at=timezone.now())
    frozen.save()
    return frozen
