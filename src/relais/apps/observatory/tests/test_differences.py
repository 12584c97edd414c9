"""What a release changes is told for a proposal and, in the same words, long after it was accepted."""

from __future__ import annotations

import pytest

from relais.apps.observatory import models as m
from relais.apps.observatory.proposals.differences import between, differences
from relais.apps.observatory.proposals.verdicts import verdict
from relais.apps.observatory.tests.make import accept, make_definition, propose

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city", "in_english")]

ALL, WOMEN, MEN = "04000 2024 _T _T 60", "04000 2024 _T F 50", "04000 2024 _T M 10"
OTHER_YEAR = "04000 2023 _T _T 58"


def told(release: m.Release) -> dict[str, list[str]]:
    release.refresh_from_db()
    found = differences(release)
    return {
        name: [f"{each.period} {each.cut}".strip() for each in getattr(found, name)]
        for name in ("new", "changed", "gone")
    }


def test_what_is_new_differs_and_is_gone_stays_told_after_acceptance() -> None:
    accept(propose(ALL, WOMEN, OTHER_YEAR, edition="one"))
    second = propose(ALL, WOMEN.replace("50", "49"), MEN, edition="two")
    expected = {"new": ["2024 sex=M"], "changed": ["2024 sex=F"], "gone": ["2019-01-01"] * 0 + ["2023"]}
    assert told(second) == expected
    accept(second)
    assert told(second) == expected
    accept(propose(ALL, edition="three"))
    assert told(second) == expected


def test_of_releases_of_one_day_each_is_set_beside_the_one_before() -> None:
    accept(propose(ALL, WOMEN, edition="one"))
    second = propose(ALL, edition="two")
    accept(second)
    third = propose(ALL.replace("60", "61"), WOMEN, edition="three")
    accept(third)
    assert told(second) == {"new": [], "changed": [], "gone": ["2024 sex=F"]}
    assert told(third) == {"new": ["2024 sex=F"], "changed": ["2024"], "gone": []}


def test_a_release_that_is_not_whole_takes_nothing_away() -> None:
    accept(propose(ALL, WOMEN, edition="one"))
    assert told(propose(MEN, edition="two", recipe="statbel-news"))["gone"] == []


def test_a_figure_that_is_hidden_or_written_otherwise_differs() -> None:
    accept(propose(ALL, WOMEN, edition="one"))
    second = propose(ALL, WOMEN.replace("50", "50.0"), edition="two")
    assert told(second)["changed"] == ["2024 sex=F"]
    second.observations.filter(cut="").update(value=None, secrecy="C")
    assert told(second)["changed"] == ["2024", "2024 sex=F"]


def test_two_editions_can_be_set_beside_each_other() -> None:
    one, two = propose(ALL, WOMEN, edition="one"), propose(ALL, MEN, edition="two")
    found = between(one.observations.all(), two.observations.all())
    assert found.counts() == {"new": 1, "changed": 0, "gone": 1}


def test_the_verdict_says_what_would_no_longer_fit_and_what_would_be_mended() -> None:
    accept(propose(ALL, WOMEN, MEN.replace("10", "11"), edition="one"))
    mending = propose(ALL, WOMEN, MEN, OTHER_YEAR.replace("_T _T", "_T F"), edition="two")
    found = verdict(mending, differences(mending))
    assert (len(found.added), len(found.mended)) == (0, 1)
    assert (found.mended[0].said, found.mended[0].computed) == ("60", "61")
    accept(mending)
    assert not m.Finding.objects.exists()
    spoiling = propose(ALL.replace("60", "62"), WOMEN, MEN, edition="three")
    assert [each.computed for each in verdict(spoiling, differences(spoiling)).added] == ["60"]


def test_a_verdict_leaves_what_has_nothing_to_do_with_it() -> None:
    accept(propose(ALL, WOMEN, MEN.replace("10", "11"), edition="one"))
    m.Finding.objects.update(definition=make_definition("elsewhere"))
    release = propose(ALL, WOMEN, edition="two")
    assert verdict(release, differences(release)).mended == ()


def test_figures_a_thousand_times_what_they_were_raise_a_doubt() -> None:
    accept(propose(ALL, WOMEN, edition="one"))
    release = propose("04000 2024 _T _T 60000", "04000 2024 _T F 50000", edition="two")
    assert "000 times" in verdict(release, differences(release)).doubts[0]


def test_an_older_edition_that_would_supersede_a_later_one_raises_a_doubt() -> None:
    accept(propose(ALL, WOMEN, edition="2025", published="2025-03"))
    release = propose(ALL, edition="2024", published="2024-03")
    assert "2025 was published later" in verdict(release, differences(release)).doubts[0]
