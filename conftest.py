"""What every test stands on: settings, compiled messages, static files, and the plan in the database."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is slow; that says nothing about a rule.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

NOT_FOR_TESTS = (
    "DEBUG", "SECRET_KEY_FILE", "ALLOWED_HOSTS", "BEHIND_TLS", "PUBLIC_ADDRESS", "RELAIS_DATA",
    "PORT", "WEB_CONCURRENCY", "REQUIRE_SECOND_FACTOR", "MAIL_FOLDER", "MAIL_FROM",
    "EMAIL_HOST", "EMAIL_PORT", "EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD",
    "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME",
)  # fmt: skip


def _set_up_django() -> None:
    """Whatever a person's own environment says. DATABASE_URL alone is kept: it chooses the server."""
    for name in NOT_FOR_TESTS:
        os.environ.pop(name, None)
    os.environ["SECRET_KEY"] = "only-for-tests"
    os.environ["DJANGO_SETTINGS_MODULE"] = "relais.config.settings"
    if "PYTEST_XDIST_WORKER" not in os.environ:  # workers inherit the folder of the process that started them
        os.environ["RELAIS_VAR"] = tempfile.mkdtemp(prefix="relais-tests-")
        _compile_messages()

    import django

    django.setup()


def _compile_messages() -> None:
    """Before Django reads any: what it once found uncompiled stays untranslated in this process."""
    from relais.apps.languages.catalogs import catalogs, compile_catalogs

    compile_catalogs(catalogs())


_set_up_django()


def pytest_configure(config: pytest.Config) -> None:
    """Once, before any worker starts: static files collected."""
    if hasattr(config, "workerinput"):
        return

    from django.core.management import call_command

    call_command("collectstatic", verbosity=0, interactive=False)


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ["RELAIS_VAR"], ignore_errors=True)


@pytest.fixture(autouse=True)
def language_of_the_house() -> None:
    """Each test begins in it: a page that was asked for leaves its own language behind in the thread."""
    from django.utils import translation

    translation.deactivate()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Each worker's test database holds data/, loaded once; every test undoes what it changes.

    Rooms whose pages need a row to show make it in tests/examples.py, all of it fictional.
    """
    from tests import examples

    from relais.apps.coordination.loader import load_coordination, read_coordination
    from relais.apps.observatory.loader import load_observatory, read_observatory
    from relais.apps.plan.loader import load_plan, read_plan

    with django_db_blocker.unblock():
        data = Path(__file__).parent / "data"
        plan = read_plan(data / "plan")
        load_observatory(read_observatory(data))
        load_plan(plan)
        load_coordination(read_coordination(data / "coordination", plan))
        examples.make_all()
    yield
