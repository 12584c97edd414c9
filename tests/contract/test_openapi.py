"""Whatever is asked of the API, the answer is one that its document announces, and no error of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from relais.config.wsgi import application

pytestmark = pytest.mark.django_db

# At once and not from a fixture: pytest 9 breaks schemathesis' own `from_fixture`.
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)

EXAMPLES = 25
# What is well-formed can still not be: two persons of one id, a day before the first law. Then it is 422.
CAN_BE_REFUSED = {"evaluate_rights", "get_household_schema"}


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """A real request ends with closed connections, which would end the transaction of the test with it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def contract_of(operation: str) -> Callable[..., None]:
    """A test that asks one operation of everything its document allows, and of what it does not."""

    @schema.include(operation_id=operation).parametrize()
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,  # the same questions every time: what fails once fails again
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def keeps_its_contract(case: schemathesis.Case) -> None:
        response = case.call_and_validate(
            headers={"Accept-Encoding": "identity"},  # werkzeug does not unpack
            excluded_checks=[positive_data_acceptance] if operation in CAN_BE_REFUSED else [],
        )
        documented = case.operation.definition.raw["responses"]
        # “default” would excuse any answer; it stands for requests that no operation is made for.
        assert str(response.status_code) in documented or response.status_code in {400, 405}

    return keeps_its_contract


# One function each: under pytest 9.2 schemathesis gives its tests one name, and xdist runs one test a name.
for found in schema.get_all_operations():
    name = found.ok().definition.raw["operationId"]
    globals()[f"test_{name}_answers_as_documented"] = contract_of(name)


def test_document_describes_what_the_api_offers() -> None:
    described = {found.ok().path for found in schema.get_all_operations()}
    assert {"/api/v1/measures", "/api/v1/measures/{number}", "/api/v1/rights/evaluate"} <= described
    assert len(described) >= 10
