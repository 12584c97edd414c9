"""On a real table nothing hidden can be computed."""

import pytest

from relais.core.figures.disclosure import PLAIN, audit, protect
from relais.core.figures.disclosure.tests.schaerbeek import FILE, blocks

SOME = ("Linthout", "Cerisiers", "Reyers", "Nord")  # of the thirteen quarters; bench/disclosure.py takes all


@pytest.mark.skipif(not FILE.exists(), reason="the table of Schaerbeek is not beside this repository")
@pytest.mark.parametrize("linked", [False, True])
def test_no_hidden_person_of_schaerbeek_can_be_found(linked: bool) -> None:
    protected = protect([blocks(*SOME, linked=linked)], PLAIN)
    findings = audit(protected.release)
    assert not protected.problems and findings.passes and not findings.recoverable
    assert len(findings.intervals) == protected.ledger.loss.hidden > protected.ledger.loss.small > 0
    assert min(interval.width for interval in findings.intervals.values()) >= PLAIN.protection
