import pytest

from relais.core.texts.problem import FileProblems
from relais.core.texts.schema import Printed, Shape, Summary, Title, shaped
from relais.core.texts.yaml import read_yaml

GOOD = "Meer plaatsen"


class Card(Shape):
    title: Title
    number: int = 1


def problems(tmp_path, text: str):
    path = tmp_path / "card.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileProblems) as refused:
        shaped(read_yaml(path), Card)
    return refused.value.problems


def titled(**words: str) -> str:
    lines = [f'  {language}: "{said}"' for language, said in words.items()]
    return "\n".join(["number: 1", "title:", *lines, ""])


def test_each_language_is_required_and_the_error_names_the_line(tmp_path):
    [problem] = problems(tmp_path, titled(nl=GOOD, en=GOOD))
    assert (problem.line, problem.where, problem.why) == (2, "title.fr", "is missing")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("x" * 91, "too long: 91"),
        ("", "too short"),
        ("Meer plaatsen.", "full stop"),
        ("Het OCMW helpt", "explain OCMW"),
    ],
)
def test_a_title_is_short_plain_and_without_full_stop(tmp_path, words, why):
    [problem] = problems(tmp_path, titled(nl=GOOD, fr=words, en=GOOD))
    assert problem.line == 4
    assert why in problem.why


def test_an_unknown_key_and_a_wrong_type_are_told_together(tmp_path):
    found = problems(tmp_path, titled(nl=GOOD, fr=GOOD, en=GOOD) + "colour: red\n" + "")
    assert [p.where for p in found] == ["colour"]
    found = problems(tmp_path, titled(nl=GOOD, fr=GOOD, en=GOOD).replace("number: 1", "number: one"))
    assert [(p.line, p.where) for p in found] == [(1, "number")]


def test_ninety_characters_are_allowed():
    assert Title(nl="x" * 90, fr=GOOD, en=GOOD).text()["nl"] == "x" * 90


def test_a_summary_is_in_short_sentences():
    long = " ".join(["woord"] * 26) + "."
    with pytest.raises(ValueError, match="over 25 words"):
        Summary(nl=long, fr=long, en=long)


def test_official_wording_stays_absent_where_it_was_not_found():
    assert dict(Printed(nl="Mainstreaming").text()) == {"nl": "Mainstreaming"}
