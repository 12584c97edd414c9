"""The parenthood parameter: said and seen stand apart, and what is not known is never a no."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as some

from relais.apps.observatory.files.reading import read_files
from relais.apps.observatory.loader import settle
from relais.apps.observatory.models import Code, Coverage, Dimension, Source
from relais.apps.observatory.registers.parenthood import Matrix, Score, matrix
from relais.apps.observatory.tests.make import WORDS, make_definition, make_release, make_source, make_value
from relais.apps.observatory.vocabulary import Cuttable, Parameter


def make_answer(parameter: Parameter, answer: Cuttable, year: int = 2026, producer: str = "body") -> Coverage:
    return Coverage.objects.create(
        producer=producer, producer_name=WORDS, parameter=parameter, year=year, answer=answer, position=0
    )


def make_figure(**facts: Any) -> None:
    source = Source.objects.filter(slug="body-figures").first() or make_source("body-figures")
    Source.objects.filter(pk=source.pk).update(producer="body")
    make_value(make_release(source, "2021-01-01"), make_definition(), 1, **facts)
    settle(source.pk)


@given(some.lists(some.sampled_from(Cuttable), min_size=1, max_size=40))
def test_a_score_lies_between_what_is_surely_yes_and_what_may_be(answers: list[Cuttable]) -> None:
    score = Score(2026, 1, {each: answers.count(each) for each in Cuttable}, 0)
    assert 0 <= score.certain <= score.possible <= 100
    assert (score.certain == score.possible) or Cuttable.UNKNOWN in answers
    assert score.asked == len(answers)


@pytest.mark.django_db
def test_a_no_of_an_earlier_year_is_told_as_such_and_not_carried_on() -> None:
    make_answer(Parameter.FAMILY, Cuttable.NO, 2021)
    make_answer(Parameter.FAMILY, Cuttable.UNKNOWN, 2026)
    square = matrix().lines(2026)[0].squares[list(Parameter).index(Parameter.FAMILY)]
    assert square.said and square.said.answer == Cuttable.UNKNOWN
    assert square.before and (square.before.year, square.before.answer) == (2021, Cuttable.NO)
    assert [(score.year, score.possible) for score in matrix().scores()] == [(2026, 100), (2021, 0)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "seen"),
    [
        ({"cut": "sex=F"}, [Parameter.SEX]),
        ({"cut": "family_type=single_parent&sex_head=M"}, [Parameter.FAMILY, Parameter.SEX]),
        ({"cut": "tenure=owner"}, []),
        ({"place": "21001"}, [Parameter.PLACE]),
        ({}, []),
    ],
    ids=str,
)
def test_a_figure_shows_by_what_it_is_cut(facts: dict[str, str], seen: list[Parameter]) -> None:
    place = Dimension.objects.create(slug="place", name=WORDS, partitions=[], alike=[], position=0)
    Code.objects.create(dimension=place, code="04000", name=WORDS, position=0)
    Code.objects.create(dimension=place, code="21001", parent="04000", name=WORDS, position=1)
    make_figure(**facts)
    assert sorted({parameter for _, parameter in matrix().cuts}) == seen


@pytest.mark.django_db
def test_a_figure_never_becomes_an_answer() -> None:
    make_answer(Parameter.SEX, Cuttable.UNKNOWN)
    make_figure(cut="sex=F")
    found = matrix()
    square = found.lines(2026)[0].squares[0]
    assert square.said and square.said.answer == Cuttable.UNKNOWN
    assert square.seen and (square.seen.figures, square.seen.year) == (1, 2020)
    assert found.scores()[0].certain == 0


@pytest.mark.django_db
def test_a_no_beside_figures_that_are_cut_so_does_not_fit() -> None:
    make_answer(Parameter.SEX, Cuttable.NO)
    make_answer(Parameter.AGE, Cuttable.NO)
    make_figure(cut="sex=F")
    assert [square.is_odd for square in matrix().lines(2026)[0].squares][:2] == [True, False]


@pytest.mark.django_db
def test_the_matrix_takes_three_queries(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(3):
        matrix()


def test_an_empty_file_gives_no_score() -> None:
    assert Matrix((), {}).scores() == []


def test_every_answer_of_the_house_but_not_known_says_where_it_comes_from() -> None:
    for entry in read_files(settings.DATA).coverage:
        answers = set(entry.record.parameters.values()) - {Cuttable.UNKNOWN}
        assert not answers or (entry.record.url and entry.record.note), entry.record.producer
        assert set(entry.record.parameters) == set(Parameter.values), "each parameter is asked of everyone"
