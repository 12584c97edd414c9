"""Importing an advice: compared item by item, stored whole or not at all, twice as good as once."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from django.conf import settings
from tests.emptying import remove

from relais.apps.plan import models as m
from relais.apps.plan.actions import import_advice
from relais.apps.plan.cli import import_group
from relais.apps.plan.files import PlanFiles
from relais.apps.plan.loader import load_plan, read_plan
from relais.apps.plan.official import document_of, expected_of
from relais.apps.plan.shapes import Measure
from relais.core.advice import Advice, as_json, compare, read
from relais.core.advice.tests.make import Ask, Topic, make_text
from relais.core.texts.records import Entry

pytestmark = pytest.mark.django_db

BESIDE = Path(__file__).resolve().parents[6] / "shared"
SEEDS = sorted(Path(os.environ.get("RELAIS_SHARED", BESIDE)).glob("seed/*.txt"))
needs_seed = pytest.mark.skipif(not SEEDS, reason="the text of the advice is not at hand")


@pytest.fixture(scope="module")
def plan() -> PlanFiles:
    return read_plan(settings.DATA / "plan")


@pytest.fixture(scope="module")
def text(plan: PlanFiles) -> str:
    """An invented advice that agrees with data/plan in all but its pages, in the words of our titles."""
    return make_text(topics=topics_of(plan))


@pytest.fixture
def file(tmp_path: Path, text: str) -> Path:
    written = tmp_path / "advice.txt"
    written.write_text(text, encoding="utf-8")
    return written


def topics_of(plan: PlanFiles) -> list[Topic]:
    def asks(theme: int, kind: str) -> tuple[Ask, ...]:
        return tuple(ask_of(e) for e in plan.measures if (e.record.theme, e.record.kind) == (theme, kind))

    return [
        Topic(
            t.name.nl,
            t.annex_name.nl or "",
            asks(t.number, "priority"),
            asks(t.number, "recommendation"),
            tuple(line.wording for line in t.annex),
        )
        for t in (entry.record for entry in plan.themes)
    ]


def ask_of(entry: Entry[Measure]) -> Ask:
    record = entry.record
    colon = " :" if record.parts else "."
    return Ask(f"{record.title.nl}{colon}", tuple(f"{part.title.nl}." for part in record.parts))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(import_group, ["advice", *map(str, arguments)])


def stored() -> tuple[list[Any], list[Any]]:
    texts = m.OfficialText.objects.order_by("measure__number", "letter")
    tables = m.Statistic.objects.order_by("position")
    return (
        list(texts.values_list("measure__number", "letter", "language", "words", "page", "line")),
        list(
            tables.values_list("document__slug", "position", "title", "source", "rows", "misprints", "page")
        ),
    )


def with_measures(advice: Advice, numbers: Iterable[int]) -> Advice:
    kept = set(numbers)
    return replace(advice, measures=tuple(x for x in advice.measures if x.number in kept))


def test_what_agrees_is_found_the_same(plan: PlanFiles, text: str) -> None:
    findings = compare(read(text), expected_of(plan))
    differing = [f for f in findings if any(not detail.startswith("page: ") for detail in f.details)]
    assert [f for f in differing if f.state != "same"] == []
    assert {finding.noun for finding in findings} == {"theme", "measure", "part", "annex"}


def test_import_keeps_each_measure_and_part_as_read(file: Path, text: str) -> None:
    assert run(file).exit_code == 0
    advice = read(text)
    texts, tables = stored()
    assert [row[:4] for row in texts] == [
        (measure.number, letter, "nl", words)
        for measure in advice.measures
        for letter, words in (("", measure.text), *((part.letter, part.text) for part in measure.parts))
    ]
    assert tables[0][4:6] == (
        [list(row) for row in advice.tables[0].rows],
        [{"printed": each.printed, "read_as": each.read_as} for each in advice.tables[0].misprints],
    )


def test_import_twice_is_import_once(file: Path) -> None:
    run(file)
    once = stored()
    run(file)
    assert stored() == once


def test_import_removes_wording_that_is_no_longer_in_the_document(plan: PlanFiles, text: str) -> None:
    document, advice = m.Document.objects.get(slug=document_of(plan)), read(text)
    import_advice(document=document, advice=advice)
    import_advice(document=document, advice=replace(with_measures(advice, {1, 2}), tables=()))
    assert set(m.OfficialText.objects.values_list("measure__number", flat=True)) == {1, 2}
    assert not m.Statistic.objects.exists()


def test_import_of_a_measure_that_is_not_loaded_changes_nothing(plan: PlanFiles, text: str) -> None:
    document, advice = m.Document.objects.get(slug=document_of(plan)), read(text)
    import_advice(document=document, advice=advice)
    before = stored()
    unknown = replace(advice.measures[0], number=9_999)
    with pytest.raises(LookupError, match="9999"):
        import_advice(document=document, advice=replace(advice, measures=(unknown,)))
    assert stored() == before


def test_loading_the_files_again_keeps_official_wording(file: Path, plan: PlanFiles) -> None:
    run(file)
    before = stored()
    load_plan(plan)
    assert stored() == before


def test_check_stores_nothing_and_exits_1_when_something_differs(file: Path) -> None:
    done = run(file, "--check")
    assert (done.exit_code, stored()) == (1, ([], []))
    assert "page: expected" in done.stdout


def test_difference_in_wording_is_shown_and_does_not_block(file: Path, plan: PlanFiles) -> None:
    topics = topics_of(plan)
    topics[1] = replace(topics[1], actors=("Een onbekende dienst", *topics[1].actors[1:]))
    file.write_text(make_text(topics=topics), encoding="utf-8")
    done = run(file)
    assert done.exit_code == 0
    assert "annex 2.1: differs" in done.stdout
    assert "read Een onbekende dienst" in done.stdout


def test_measure_too_many_blocks_everything(file: Path, plan: PlanFiles) -> None:
    topics, count = topics_of(plan), len(plan.measures)
    last = topics[-1]
    topics[-1] = replace(
        last, recommendations=(*last.recommendations, Ask("Nog een vraag stellen aan allen."))
    )
    file.write_text(make_text(topics=topics), encoding="utf-8")
    done = run(file)
    assert (done.exit_code, stored()) == (1, ([], []))
    assert f"measure {count + 1} unexpected" in done.stderr


def test_part_that_is_missing_blocks_everything(file: Path, plan: PlanFiles) -> None:
    topics = topics_of(plan)
    lettered = next(entry.record for entry in plan.measures if entry.record.parts)
    topic = topics[lettered.theme - 1]
    shorter = tuple(replace(ask, parts=ask.parts[:-1]) for ask in topic.priorities)
    topics[lettered.theme - 1] = replace(topic, priorities=shorter)
    file.write_text(make_text(topics=topics), encoding="utf-8")
    done = run(file)
    assert (done.exit_code, stored()) == (1, ([], []))
    assert f"part {lettered.number}{lettered.parts[-1].letter} missing" in done.stderr


def test_verdict_is_grouped_by_noun_and_counted(file: Path, plan: PlanFiles) -> None:
    lines = run(file, "--check").stdout.splitlines()
    assert [line for line in lines if line.endswith(":") and line[0] != " "] == [
        "Themes:", "Measures:", "Parts:", "Annex:", "Tables:",
    ]  # fmt: skip
    assert sum(line.startswith("  measure ") for line in lines) == len(plan.measures)
    parts = sum(len(entry.record.parts) for entry in plan.measures)
    assert lines[-1].startswith(f"{len(plan.measures)} measures, {len(plan.themes)} themes, {parts} parts, ")


def test_json_is_the_advice_and_nothing_is_stored(file: Path, text: str) -> None:
    result = run(file, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == as_json(read(text))
    assert not m.OfficialText.objects.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"een\ntwee\xff\n", "advice.txt:2: is not UTF-8"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"Een heel ander verhaal.\n", "What to do"),
        (b"", "What to do"),
    ],
)
def test_what_cannot_be_read_is_said_once_and_nothing_is_stored(
    file: Path, content: bytes, said: str
) -> None:
    file.write_bytes(content)
    done = run(file)
    assert (done.exit_code, stored()) == (1, ([], []))
    assert said in done.stderr
    assert done.stderr.startswith("Error: ")


def test_measure_lost_in_the_text_is_named_with_its_line(file: Path, plan: PlanFiles) -> None:
    file.write_text(make_text(topics=topics_of(plan), drop=(45,)), encoding="utf-8")
    done = run(file)
    assert (done.exit_code, stored()) == (1, ([], []))
    assert "line " in done.stderr
    assert "measure 45 is missing" in done.stderr


def test_file_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    done = run(tmp_path / "none.txt")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)


def test_import_before_loading_says_what_to_do(file: Path) -> None:
    remove(m.Measure.objects.all())
    done = run(file)
    assert done.exit_code == 1
    assert "relais load" in done.stderr


@needs_seed
def test_data_says_what_the_advice_says() -> None:
    done = run(SEEDS[0], "--check")
    assert done.stdout.splitlines()[-1].endswith(": all the same."), done.stdout
    assert done.exit_code == 0


@needs_seed
def test_real_advice_is_stored_with_its_tables() -> None:
    assert run(SEEDS[0]).exit_code == 0
    assert set(m.OfficialText.objects.filter(letter="").values_list("measure__number", flat=True)) == set(
        m.Measure.objects.values_list("number", flat=True)
    )
    misprints = [table.misprints for table in m.Statistic.objects.order_by("position")]
    assert misprints == [[{"printed": "19.1236", "read_as": "191.236"}], [], []]
