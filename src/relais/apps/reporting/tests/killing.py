"""What a process does that opens or closes a round, and the points at which it can be killed."""

from __future__ import annotations

import json
import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from tests.processes import halting  # noqa: E402

from relais.apps.audit.models import Event  # noqa: E402
from relais.apps.coordination.tests.make import make_action  # noqa: E402
from relais.apps.reporting import actions  # noqa: E402
from relais.apps.reporting.models import Report, Round  # noqa: E402
from relais.apps.reporting.tests import make as m  # noqa: E402

# Each is a place in an act where half of its work is done; all come before the commit.
POINTS = {
    "the event of opening is written": "relais.apps.reporting.actions.rounds.record",
    "the reports are made": "relais.apps.reporting.models.ReportQuerySet.bulk_create",
    "the reports are locked": "relais.apps.reporting.models.ReportQuerySet.update",
    "the round is marked as closed": "relais.apps.reporting.actions.rounds.change",
}
ACTIONS = 25


def prepare() -> None:
    call_command("migrate", verbosity=0)
    for number in range(ACTIONS):
        make_action(f"k-{number}", owners=["owner"])


def close_it() -> None:
    year = Round.objects.get(label="2026")
    actions.close_round(round=year, by=m.cell(), seen=year.version)


def tell() -> None:
    """What the database holds, on standard output."""
    sys.stdout.write(
        json.dumps({
            "rounds": Round.objects.count(), "reports": Report.objects.count(),
            "locked": Report.objects.exclude(locked_at=None).count(),
            "closed": Round.objects.exclude(closed_at=None).count(),
            "events": list(Event.objects.order_by("pk").values_list("verb", flat=True)),
        })
    )  # fmt: skip


WORKS = {"prepare": prepare, "open": m.make_round, "close": close_it, "tell": tell}

if __name__ == "__main__":
    halting.do(WORKS, POINTS, *sys.argv[1:])
