"""A process of its own that opens or closes a round, and stops where it is told to, to be killed there.

`python -m relais.apps.reporting.tests.killing WHAT [POINT]`: WHAT is prepare, open, close or tell; POINT is
the name of one of POINTS. At that point it writes “here” and waits for a word that never comes.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any
from unittest import mock

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402

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


def open_it() -> None:
    m.make_round("2026")


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


def stopping(act: Callable[..., Any]) -> Callable[..., Any]:
    """`act`, and then a halt: whoever reads “here” may kill this process."""

    def then_wait(*args: Any, **kwargs: Any) -> Any:
        done = act(*args, **kwargs)
        sys.stdout.write("here\n")
        sys.stdout.flush()
        sys.stdin.read()
        return done

    return then_wait


def main(what: str, point: str | None = None) -> None:
    work = {"prepare": prepare, "open": open_it, "close": close_it, "tell": tell}[what]
    if point is None:
        work()
        return
    name = POINTS[point]
    module, _, attribute = name.rpartition(".")
    original = getattr(sys.modules.get(module) or _class_at(module), attribute)
    with mock.patch(name, stopping(original)):
        work()


def _class_at(name: str) -> Any:
    module, _, attribute = name.rpartition(".")
    return getattr(sys.modules[module], attribute)


if __name__ == "__main__":
    main(*sys.argv[1:])
