"""What the processes of this folder do: take files, and send the form of one report; all of it made up."""

from __future__ import annotations

import json
import sys
from collections import Counter
from uuid import UUID

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from relais.apps.accounts.models import User  # noqa: E402
from relais.apps.accounts.vocabulary import Role  # noqa: E402
from relais.apps.audit.models import Event  # noqa: E402
from relais.apps.consultation.actions.importing import import_opinions  # noqa: E402
from relais.apps.consultation.models import Consultation, Opinion  # noqa: E402
from relais.apps.consultation.tests.make import make_consultation  # noqa: E402
from relais.apps.coordination import byfile as actions_sheet  # noqa: E402
from relais.apps.coordination.actions.byfile import take_actions  # noqa: E402
from relais.apps.coordination.forms.byfile import wanted as wanted_of_action  # noqa: E402
from relais.apps.coordination.models import Action  # noqa: E402
from relais.apps.coordination.tests.make import make_action, make_user, make_who  # noqa: E402
from relais.apps.reporting import byfile as reports_sheet  # noqa: E402
from relais.apps.reporting.actions.byfile import take_reports  # noqa: E402
from relais.apps.reporting.forms.byfile import wanted as wanted_of_report  # noqa: E402
from relais.apps.reporting.models import Report, Round  # noqa: E402
from relais.apps.reporting.tests.make import TOLD, make_round, member  # noqa: E402
from relais.apps.sheets.incoming import Row  # noqa: E402
from tests.processes import halting  # noqa: E402

# Places in the middle of an act, before its commit; the last is before the act: what it changes is read.
POINTS = {
    "a draft is kept": "relais.apps.reporting.actions.byfile.save_draft",
    "the reports are written": "relais.apps.reporting.actions.byfile.record",
    "the actions are written": "relais.apps.coordination.actions.byfile.record",
    "the opinions are written": "relais.apps.consultation.actions.importing.record",
    "the report is read": "relais.apps.reporting.views.reports.the_report",
}
ROWS = 5
FROM_A_FILE = "Uit een bestand"
ANN, BEN = "ann@example.org", "ben@example.org"
FORMS = ("clicked", "shared")
SHOWN = ("state", "version", "done_words")


def prepare() -> None:
    call_command("migrate", verbosity=0)
    for number in range(ROWS):
        make_action(f"file-{number}", owners=["owner"])
    for code in FORMS:
        make_action(code, owners=["owner"])
    make_round("2026")
    make_consultation("case", points=1)
    for email in (ANN, BEN):
        make_user(Role.MEMBER, "owner", email)


def take_a_file_of_actions() -> None:
    found = Action.objects.filter(code__startswith="file-").in_order().whole()
    rows = [said | {"title_nl": FROM_A_FILE} for said in actions_sheet.rows(found)]
    asked = [wanted_of_action(Row(place, cells)) for place, cells in enumerate(rows, 2)]
    take_actions(rows=asked, by=member(), only_check=False)


def take_a_file_of_reports() -> None:
    year = Round.objects.get(label="2026")
    found = year.reports.filter(action__code__startswith="file-").whole()
    rows = [said | {"done_words": FROM_A_FILE} for said in reports_sheet.rows(found)]
    asked = [wanted_of_report(Row(place, cells)) for place, cells in enumerate(rows, 2)]
    take_reports(round=year, rows=asked, by=member(), only_check=False)


def take_a_file_of_opinions() -> None:
    cells = {
        "point": "1", "position": "for", "words": FROM_A_FILE, "language": "nl", "given_date": "2026-01-05",
        "platform": "elders.example",
    }  # fmt: skip
    rows = [Row(place, cells | {"reference": f"r-{place}"}) for place in range(ROWS)]
    found = Consultation.objects.get(slug="case")
    import_opinions(by=make_who(Role.CELL, "the-cell"), consultation=found, rows=rows)


def send(email: str, code: str, token: int, do: str, **told: str) -> None:
    """The form of a report as it was before anyone wrote in it. Writes the status and the page as JSON."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get(email=email))
    form = {"token": str(UUID(int=token)), "seen": "1", "acting_for": "owner", "do": do}
    answer = client.post(f"/nl/verslagen/2026/{code}/schrijven/", TOLD | told | form)
    sys.stdout.write(json.dumps([answer.status_code, answer.content.decode()]))


def tell() -> None:
    """What the database holds, on standard output."""
    reports = {report.action.code: report for report in Report.objects.select_related("action")}
    sys.stdout.write(
        json.dumps({
            "titles": sum(FROM_A_FILE in action.title.values() for action in Action.objects.all()),
            "drafts": sum(report.done_words == FROM_A_FILE for report in reports.values()),
            "opinions": Opinion.objects.count(),
            "forms": {code: [getattr(reports[code], name) for name in SHOWN] for code in FORMS},
            "events": Counter(Event.objects.values_list("verb", flat=True)),
        })
    )  # fmt: skip


WORKS = {
    "prepare": prepare, "tell": tell, "take actions": take_a_file_of_actions,
    "take reports": take_a_file_of_reports, "take opinions": take_a_file_of_opinions,
    "ann keeps": lambda: send(ANN, "shared", 1, "draft", done_words="De woorden van Ann."),
    "ben keeps": lambda: send(BEN, "shared", 2, "draft", done_words="De woorden van Ben."),
    "ann submits": lambda: send(ANN, "clicked", 3, "submit"),
}  # fmt: skip

if __name__ == "__main__":
    halting.do(WORKS, POINTS, *sys.argv[1:])
