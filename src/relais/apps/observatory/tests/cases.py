"""What the acts and pages of the observatory are about, for the matrix of tests/permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from relais.apps.observatory import models as m
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.tests.make import make_release, make_source

if TYPE_CHECKING:
    from tests.permissions.stage import Stage


def _release(stage: Stage, **facts: Any) -> m.Release:
    told = {"state": v.State.PROPOSED, "proposed_by": stage.own.slug, **facts}
    return make_release(make_source("case"), "2026-01-01", **told)


CASES = {
    "proposed by a member": lambda stage: (_release(stage, proposer=stage.people["member"].pk),),
    "proposed by the cell": lambda stage: (
        _release(stage, proposer=stage.people["cell"].pk, proposed_by="the-cell"),
    ),
    "proposed by a command": lambda stage: (_release(stage, proposed_by=None),),
}
PAGES = {
    **dict.fromkeys(
        ("observatory:proposal", "observatory:accept", "observatory:refuse"),
        lambda stage: (_release(stage).pk,),
    ),
}
