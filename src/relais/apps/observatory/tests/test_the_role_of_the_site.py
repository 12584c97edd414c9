"""On PostgreSQL the database itself refuses hidden numbers to the site, which works on without them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, transaction
from django.test import Client

from relais.apps.observatory import models as m
from relais.apps.observatory.protecting import known_of, protect
from relais.apps.observatory.tests.make import make_definition, make_source
from relais.apps.observatory.tests.publishing import make_published
from relais.core.figures.cube import Cell, Said

pytestmark = pytest.mark.django_db

SCRIPT = settings.DATA.parent / "docs" / "how-to" / "keep-hidden-numbers-from-the-site.sql"


@contextmanager
def the_role_of_the_site() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE relais_site")
        cursor.execute(SCRIPT.read_text(encoding="utf-8"))
        cursor.execute("SET ROLE relais_site")
        yield
        cursor.execute("RESET ROLE")


def refused(query: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(query)
    except ProgrammingError as error:
        return "permission denied" in str(error)
    return False


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_the_site_writes_what_is_hidden_and_cannot_read_it(client: Client) -> None:
    definition = make_definition()
    raw = {Cell("households", "04000", "2024", ""): Said(3.0)}
    with the_role_of_the_site():
        release = make_published(protect(raw, known_of(raw)), make_source(), "2024-06-01")
        m.KeptFile.objects.create(release=release, name="raw.csv", content=b"3")
        assert refused("SELECT value FROM observatory_hiddenvalue")
        assert refused("SELECT * FROM observatory_hiddenvalue")
        assert refused("UPDATE observatory_hiddenvalue SET value = 4")
        assert refused("SELECT content FROM observatory_keptfile")
        page = client.get(definition.indicator.get_absolute_url()).content.decode()
        assert "verborgen om personen te beschermen" in page
        assert m.HiddenValue.objects.count() == 1
        release.observations.all().delete()
        m.KeptFile.objects.filter(release=release).delete()
    assert not m.HiddenValue.objects.exists() and not m.KeptFile.objects.exists()
