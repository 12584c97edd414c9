import datetime as dt
import json
import os

import pytest
from django.test import RequestFactory
from django.utils.formats import date_format
from django.utils.translation import activate, get_language, override

from relais.apps.languages.catalogs import compile_catalogs
from relais.apps.languages.fields import LocalText, TranslatedField
from relais.apps.languages.switch import choices
from relais.core.texts.text import Text

PO = r"""
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "Measures"
msgstr "Maatregelen"
"""


def test_a_text_is_stored_in_one_column_and_read_back_the_same():
    field = TranslatedField()
    stored = field.get_prep_value(Text({"en": "rent", "nl": "huur"}))
    assert json.loads(stored) == {"nl": "huur", "en": "rent"}
    assert field.from_db_value(stored, None, None) == LocalText({"nl": "huur", "en": "rent"})


def test_an_unknown_text_is_null():
    field = TranslatedField(null=True)
    assert field.get_prep_value(None) is None
    assert field.from_db_value(None, None, None) is None


def test_a_text_prints_in_the_language_of_the_reader_and_tells_when_it_cannot():
    text = LocalText({"nl": "huur"})
    with override("fr"):
        assert (str(text), text.language) == ("huur", "nl")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_switch_leads_to_the_same_page_with_the_same_filters(language):
    here = {"nl": "/nl/maatregelen/", "fr": "/fr/mesures/", "en": "/en/measures/"}
    with override(language):
        request = RequestFactory().get(here[language], {"theme": "8", "q": "crèche"})
        found = {c.code: c for c in choices(request)}
    assert {code: c.address.split("?")[0] for code, c in found.items()} == here
    assert {c.address.split("?")[1] for c in found.values()} == {"theme=8&q=cr%C3%A8che"}
    assert [code for code, c in found.items() if c.is_current] == [language]


def test_catalogs_are_compiled_when_they_changed_and_only_then(tmp_path):
    folder = tmp_path / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO, encoding="utf-8")
    assert compile_catalogs([folder / "django.po"]) == 1
    assert b"Maatregelen" in (folder / "django.mo").read_bytes()
    assert compile_catalogs([folder / "django.po"]) == 0


def test_catalogs_are_compiled_again_when_what_writes_them_is_newer(tmp_path):
    folder = tmp_path / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO, encoding="utf-8")
    compile_catalogs([folder / "django.po"])
    os.utime(folder / "django.po", (1, 1))
    assert compile_catalogs([folder / "django.po"]) == 0
    os.utime(folder / "django.mo", (2, 2))
    assert compile_catalogs([folder / "django.po"]) == 1


@pytest.mark.parametrize(("language", "space"), [("nl", " "), ("fr", "\N{NO-BREAK SPACE}")])
def test_translators_type_plain_spaces_and_readers_get_those_of_print(tmp_path, language, space):
    folder = tmp_path / language / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO.replace("Maatregelen", "Qui ?"), encoding="utf-8")
    compile_catalogs([folder / "django.po"])
    assert f"Qui{space}?".encode() in (folder / "django.mo").read_bytes()


@pytest.mark.parametrize(
    ("language", "written"),
    [("nl", "24 november 2026"), ("fr", "24 novembre 2026"), ("en", "24 November 2026")],
)
def test_a_day_is_written_before_its_month_in_each_language(language: str, written: str) -> None:
    with override(language):
        assert date_format(dt.date(2026, 11, 24)) == written


@pytest.mark.parametrize(
    ("language", "day", "written"),
    [
        ("fr", 1, "1er février 2026"),
        ("fr", 2, "2 février 2026"),
        ("nl", 1, "1 februari 2026"),
        ("en", 1, "1 February 2026"),
    ],
)
def test_a_date_is_written_as_people_write_it(language: str, day: int, written: str) -> None:
    with override(language):
        assert date_format(dt.date(2026, 2, day)) == written
        assert date_format(dt.date(2026, 2, day), "MONTH_DAY_FORMAT") == written.removesuffix(" 2026")


@pytest.mark.parametrize("left_behind", ["en", "fr"])
def test_no_test_hears_the_language_that_another_left_behind(left_behind):
    assert get_language() == "nl"
    activate(left_behind)
