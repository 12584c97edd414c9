"""The balance on paper: tagged, in its language, with its contents; and the same freeze is the same bytes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner
from django.test import Client
from django.utils.translation import override
from tests import machine

from relais.apps.freeze.models import Freeze
from relais.faces.report import paper
from relais.faces.report.cli import balance
from relais.faces.report.paper import NoPango, as_html, as_pdf
from relais.faces.report.tests.make import make_balance

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).parents[5]
RENDERS = """
import sys
from functools import cache
from hashlib import sha256
import django; django.setup()
from relais.faces.report.paper import as_pdf
print(sha256(as_pdf(sys.stdin.read(), "the same")).hexdigest())
"""


@cache
def rendered(html: str) -> bytes:
    """Rendering takes seconds, and the same bytes serve many tests."""
    return as_pdf(html, "the same")


@pytest.fixture
def freeze() -> Freeze:
    machine.needed("pango")
    return make_balance()


@pytest.fixture
def pdf(freeze: Freeze) -> pikepdf.Pdf:
    with override("fr"):
        return pikepdf.open(io.BytesIO(rendered(as_html(freeze))))


def test_it_is_tagged_and_says_that_it_is_pdf_ua(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in pdf.Root
    assert pdf.open_metadata()["pdfuaid:part"] == "1"


def test_it_says_its_language_and_its_title(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "fr"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo.Title).startswith("Bilan 2026")


def test_every_chapter_has_a_bookmark_and_a_page_of_its_own(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        pages = [str(item.destination[0].objgen) for item in outline.root]
    assert titles[:3] == [
        "Table des matières",
        "En bref",
        "Thème 1\N{NO-BREAK SPACE}: Approche transversale (mainstreaming)",
    ]
    assert len([title for title in titles if title.startswith("Thème ")]) == 16
    assert len(set(pages)) == len(pages)


def test_every_figure_has_words_for_those_who_cannot_see_it(pdf: pikepdf.Pdf) -> None:
    things = [obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary)]
    figures = [obj for obj in things if obj.get("/S") == "/Figure"]
    assert len(figures) > 3
    assert [obj for obj in figures if not str(obj.get("/Alt", ""))] == []


def test_nothing_in_it_tells_when_it_was_made(pdf: pikepdf.Pdf) -> None:
    assert "/CreationDate" not in pdf.docinfo
    assert "/ModDate" not in pdf.docinfo


def test_the_same_freeze_is_the_same_bytes_in_any_process(freeze: Freeze) -> None:
    with override("nl"):
        html = as_html(freeze)
        assert as_html(freeze) == html
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", RENDERS], input=html, env=environment, check=True,
                              cwd=ROOT, stdout=subprocess.PIPE, text=True)  # fmt: skip
        assert done.stdout.strip() == sha256(rendered(html)).hexdigest()


@pytest.mark.usefixtures("freeze")
def test_a_reader_gets_the_paper_and_it_is_rendered_once(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "relais balance 2026" not in client.get("/en/balance/2026/").content.decode()
    response = client.get("/en/balance/2026/balance.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-1.7")
    monkeypatch.setattr(paper, "as_pdf", None)  # what is kept is not made again
    assert client.get("/en/balance/2026/balance.pdf").content == response.content


def test_without_pango_a_reader_finds_no_paper_and_the_command_says_what_to_install(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise NoPango(paper.INSTALL)

    make_balance()
    monkeypatch.setattr(paper, "_weasyprint", fail)
    monkeypatch.setattr(paper, "_can_set_type", lambda: False)
    assert "relais balance 2026" in client.get("/en/balance/2026/").content.decode()
    assert client.get("/en/balance/2026/balance.pdf").status_code == 404
    with pytest.raises(NoPango, match="apt install libpango"):
        as_pdf("<p>", "x")
    assert set(machine.PANGO) <= set(paper.INSTALL.split())


def test_the_command_renders_and_copies_and_does_not_render_twice(
    freeze: Freeze, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ["2026", "--language", "fr", "--output", str(tmp_path)]
    assert CliRunner().invoke(balance, asked).exit_code == 0
    monkeypatch.setattr(paper, "as_pdf", None)  # what is kept is not made again
    assert CliRunner().invoke(balance, asked).exit_code == 0
    assert (tmp_path / "relais-2026-fr.pdf").read_bytes().startswith(b"%PDF")
