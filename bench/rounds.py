"""What a yearly round of 1,000 actions costs: opening it, its page, closing it. In one process."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from relais.apps.coordination.models import Action, Owner  # noqa: E402
from relais.apps.languages.catalogs import catalogs, compile_catalogs  # noqa: E402
from relais.apps.reporting import actions  # noqa: E402
from relais.apps.reporting.models import Report, Round  # noqa: E402
from relais.apps.reporting.tests import make as m  # noqa: E402

ACTIONS, OWNERS = 1_000, 40


def timed(what: str, act: Callable[[], object]) -> dict[str, object]:
    """Milliseconds and queries of doing it once."""
    with CaptureQueriesContext(connection) as captured:
        started = time.perf_counter()
        act()
        taken = (time.perf_counter() - started) * 1000
    return {"what": what, "once": taken, "queries": len(captured)}


def make_actions() -> None:
    owners = [m.coordination.make_organisation(f"owner-{n}") for n in range(OWNERS)]
    made = Action.objects.bulk_create(
        Action(code=f"b-{n}", title={"nl": f"Actie {n}"}, position=n) for n in range(ACTIONS)
    )
    Owner.objects.bulk_create(
        Owner(action=action, organisation=owners[n % OWNERS], role="lead") for n, action in enumerate(made)
    )


def validate_all(label: str) -> None:
    """As if every report of the round had been validated: what the next one is prefilled from."""
    now = dt.datetime(int(label) + 1, 2, 1, tzinfo=dt.UTC)
    cell = m.coordination.make_organisation("cell")
    Report.objects.filter(round__label=label).update(
        **m.TOLD, state="validated", submitted_at=now, submitted_by=cell, validated_at=now, validated_by=cell
    )


def main() -> None:
    compile_catalogs(catalogs())
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("migrate", verbosity=0)
    make_actions()
    cell = replace(m.cell(), token=None)
    rows = [timed("open the first round", lambda: m.make_round("2025", by=cell))]
    validate_all("2025")
    rows.append(timed("open the second, prefilled from the first", lambda: m.make_round("2026", by=cell)))
    client = Client(headers={"host": "localhost"})
    client.get("/nl/rondes/2026/")
    rows.append(timed("page of a round", lambda: client.get("/nl/rondes/2026/")))
    year = Round.objects.get(label="2026")
    by = replace(cell, token=uuid4())
    rows.append(timed("close it", lambda: actions.close_round(round=year, by=by, seen=year.version)))
    json.dump(rows, sys.stdout)


main()
