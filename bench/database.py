"""What the pages and the API cost in one process: medians of uncached requests, and queries."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.declared import declare  # noqa: E402
from relais.apps.accounts.models import User  # noqa: E402
from relais.apps.languages.catalogs import catalogs, compile_catalogs  # noqa: E402
from relais.apps.observatory.loader import load_observatory, read_observatory  # noqa: E402
from relais.apps.observatory.models import Indicator  # noqa: E402
from relais.apps.plan import models as m  # noqa: E402
from relais.apps.plan.loader import load_plan, read_plan  # noqa: E402

PAGES = {
    "home": "/nl/",
    "measures, all 100": "/nl/maatregelen/",
    "measures, searched and filtered": "/nl/maatregelen/?q=kinder&kind=priority&level=region",
    "one measure": "/nl/maatregelen/61/",
    "actors": "/nl/actoren/",
    "the chain, drawn": "/nl/keten/",
    "API: 100 measures": "/api/v1/measures",
}
# With the figures of the house in the database.
FIGURES = {
    "figures: home": "/nl/cijfers/",
    "figures: the largest indicator, of 130": "/nl/cijfers/poverty-risk/",
    "figures: four sides compared": "/nl/cijfers/vergelijken/?of=integration-income"
    + "".join(
        f"&with=integration_income_recipients_share:0{n}000:integration_category=single_parent"
        for n in range(1, 5)
    ),
    "figures: the region": "/nl/cijfers/plaatsen/04000/",
    "figures: a chart as SVG": "/nl/cijfers/poverty-risk/arop_rate.svg",
    "figures: a chart as PNG": "/nl/cijfers/poverty-risk/arop_rate.png",
    "one measure, with its figures": "/nl/maatregelen/7/",
}
# The same, and pages of what people declare, with 1,000 actions in the database (bench/declared.py).
DECLARED = {
    "one measure, with its actions": "/nl/maatregelen/61/",
    "the chain, with what is held up": "/nl/keten/",
    "what is held up": "/nl/wat-vastzit/",
    "what if three are a year late": "/nl/wat-als/?delay=bench-1:365&delay=bench-2:365&delay=16:365",
}
SIGNED_IN = {
    "all actions, signed in": "/nl/acties/",
    "actions, searched and filtered": "/nl/acties/?q=actie&timeliness=late",
}


def median(act: Callable[[], object], times: int = 40) -> float:
    """Median milliseconds of `act`, after three runs that do not count."""
    for _ in range(3):
        act()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        act()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)


def floor() -> str:
    """The least a list can cost: two hand-written queries and JSON, no page."""
    measures = list(m.Measure.objects.values("number", "theme__number", "kind", "title", "summary", "levels"))
    links = list(m.Link.objects.values("source__number", "target__number", "kind"))
    return json.dumps([measures, links], default=str)


def cost(client: Client, address: str) -> tuple[float, int]:
    """Median milliseconds of a page, and its queries."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    queries = len(captured)  # before the next request, which empties the log
    return median(lambda: client.get(address), times=20), queries


def visited(client: Client, pages: dict[str, str], base: float) -> list[dict[str, object]]:
    """A row for each page."""
    return [_row(what, *cost(client, address), base) for what, address in pages.items()]


def every_indicator(client: Client, base: float) -> dict[str, object]:
    """All their pages in one row: the middle one of their medians, and the most queries."""
    costs = [
        cost(client, f"/nl/cijfers/{slug}/") for slug in Indicator.objects.values_list("slug", flat=True)
    ]
    taken, queries = zip(*costs, strict=True)
    what = f"figures: the middle one of {len(costs)} indicators"
    return _row(what, statistics.median(taken), max(queries), base)


def _row(what: str, taken: float, queries: int, base: float) -> dict[str, object]:
    return {"what": what, "median": taken, "queries": queries, "× floor": taken / base}


def main() -> None:
    compile_catalogs(catalogs())
    call_command("collectstatic", verbosity=0, interactive=False)
    started = time.perf_counter()
    call_command("migrate", verbosity=0)
    migrated = time.perf_counter()
    load_plan(read_plan(settings.DATA / "plan"))
    loaded = time.perf_counter()
    base = median(floor)
    rows: list[dict[str, object]] = [
        {
            "what": "migrate an empty database",
            "median": (migrated - started) * 1000,
            "queries": "",
            "× floor": "",
        },
        {
            "what": "load data/plan into it",
            "median": (loaded - migrated) * 1000,
            "queries": "",
            "× floor": "",
        },
        {"what": "floor: two values() queries and JSON", "median": base, "queries": 2, "× floor": 1.0},
    ]
    client = Client(headers={"host": "localhost"})
    rows += visited(client, PAGES, base)
    load_observatory(read_observatory(settings.DATA))
    rows += visited(client, FIGURES, base)
    rows.append(every_indicator(client, base))
    declare(timezone.localdate())
    rows += visited(client, DECLARED, base)
    client.force_login(User.objects.create(email="bench@example.org", name="Bench"))
    rows += visited(client, SIGNED_IN, base)
    json.dump(rows, sys.stdout)


main()
