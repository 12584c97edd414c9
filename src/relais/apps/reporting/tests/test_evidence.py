"""Evidence: told by content, kept apart, handed over as a download, and never to who may not read it."""

from __future__ import annotations

import hashlib
import struct
import sys
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from relais.apps.accounts.permissions import Refused
from relais.apps.accounts.vocabulary import Role
from relais.apps.coordination.tests.make import make_user
from relais.apps.reporting import actions, filetypes, keeping
from relais.apps.reporting.filetypes import NotAllowed, media_type
from relais.apps.reporting.models import Evidence, Report
from relais.apps.reporting.tests import make as m
from relais.apps.reporting.vocabulary import MediaType

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def xlsx() -> bytes:
    buffer = BytesIO()
    book = Workbook()
    book.active.append(["jaar", 2026])
    book.save(buffer)
    return buffer.getvalue()


def zipped(**files: bytes | str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return buffer.getvalue()


def odt() -> bytes:
    return zipped(mimetype="application/vnd.oasis.opendocument.text", content_dot_xml="<x/>")


@pytest.fixture(autouse=True)
def apart(settings: Any, tmp_path: Path) -> Path:
    settings.EVIDENCE = tmp_path / "evidence"
    return Path(settings.EVIDENCE)


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (PDF, "x.pdf", MediaType.PDF),
        (png(), "x.pdf", MediaType.PNG),
        (xlsx(), "x.txt", MediaType.XLSX),
        (odt(), "x", MediaType.ODT),
        ("naam;bedrag\nébène;5\n".encode(), "x.CSV", MediaType.CSV),
        (b"gewone woorden", "x.exe", MediaType.TXT),
    ],
)
def test_kind_is_told_by_content_not_by_name(content: bytes, name: str, kind: MediaType) -> None:
    assert media_type(content, name) == kind


@pytest.mark.parametrize(
    "content",
    [
        b"", b"   \n", b"MZ\x90\x00\x03\0\0\0", b"\x7fELF\x02\x01\x01", b"#!/bin/sh\nrm -rf x\n",
        b"<!doctype html><script>alert(1)</script>", b"  <svg onload='x'/>", b"\xef\xbb\xbf<html>",
        b"GIF89a\x01\0\x01\0", b"woord\x00woord", "naïf".encode("latin-1"), b"PK\x03\x04broken",
        zipped(**{"a_dot_txt": "x"}), zipped(**{"word__document_dot_xml": "<x/>"}),
    ],
)  # fmt: skip
def test_anything_else_is_refused_whatever_it_is_called(content: bytes) -> None:
    with pytest.raises(NotAllowed):
        media_type(content, "verslag.pdf")


def test_office_documents_with_macros_are_refused() -> None:
    content = {"[Content_Types]_dot_xml": "<x/>", "word__document_dot_xml": "<x/>"}
    assert media_type(zipped(**content)) == MediaType.DOCX
    with pytest.raises(NotAllowed, match="macros"):
        media_type(zipped(**content, word__vbaProject_dot_bin="x"))


def test_a_zip_that_unpacks_to_too_much_is_refused_without_unpacking(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = {"[Content_Types]_dot_xml": "<x/>", "word__document_dot_xml": b"0" * 2_000_000}
    content = zipped(**bomb)
    assert len(content) < 10_000
    monkeypatch.setattr(filetypes, "LARGEST_UNPACKED", 1_000_000)
    monkeypatch.setattr(ZipFile, "read", None)
    with pytest.raises(NotAllowed, match="too much"):
        media_type(content)
    with pytest.raises(NotAllowed, match="too much"):
        monkeypatch.setattr(filetypes, "MOST_PARTS", 1)
        media_type(content)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd.pdf"), ("C:\\dos\\run.exe", "run.pdf"), ("a\r\nX: y.pdf", "a-X- y.pdf"),
        (".htaccess", "htaccess.pdf"), ("", "evidence.pdf"), ("…/…", "evidence.pdf"), ('a"b.pdf', "a-b.pdf"),
        ("é" * 300 + ".pdf", "é" * 80 + ".pdf"), ("rapport.pdf.html", "rapport.pdf.pdf"),
        ("\0.pdf", "evidence.pdf"),
    ],
)  # fmt: skip
def test_names_lose_paths_and_tricks_and_end_as_their_content_asks(name: str, safe: str) -> None:
    assert keeping.safe_name(name, MediaType.PDF) == safe


def test_kept_under_its_digest_and_nowhere_else(apart: Path) -> None:
    kept = keeping.keep(PDF, "../../x.pdf")
    digest = hashlib.sha256(PDF).hexdigest()
    assert (kept.sha256, kept.is_scanned, kept.size) == (digest, False, len(PDF))
    assert [p.relative_to(apart).as_posix() for p in apart.rglob("*") if p.is_file()] == [
        f"{digest[:2]}/{digest}"
    ]


def test_a_path_is_never_made_of_what_someone_typed() -> None:
    with pytest.raises(ValueError, match="SHA"):
        keeping.path_of("../../etc/passwd")


def test_too_large_is_refused(settings: Any) -> None:
    settings.EVIDENCE_LARGEST = len(PDF) - 1
    with pytest.raises(keeping.TooLarge):
        keeping.keep(PDF, "x.pdf")


def scanner(tmp_path: Path, code: str) -> str:
    script = tmp_path / "scan it.py"
    script.write_text(code, encoding="utf-8")
    return f"{sys.executable} '{script}'"


@pytest.mark.parametrize(
    "code", ["import sys; sys.exit(1)", "while True: pass"], ids=["finds something", "hangs"]
)
def test_a_scanner_that_refuses_or_hangs_keeps_the_file_out(
    apart: Path, settings: Any, tmp_path: Path, code: str
) -> None:
    settings.EVIDENCE_SCANNER, settings.EVIDENCE_SCANNER_SECONDS = scanner(tmp_path, code), 0.5
    with pytest.raises(keeping.ScannerRefused):
        keeping.keep(PDF, "x.pdf")
    assert [p for p in apart.rglob("*") if p.is_file()] == []


def test_a_scanner_that_is_not_there_keeps_the_file_out(settings: Any) -> None:
    settings.EVIDENCE_SCANNER = "no-such-scanner --quiet"
    with pytest.raises(keeping.ScannerRefused):
        keeping.keep(PDF, "x.pdf")


def test_a_scanner_sees_the_very_file_before_it_is_kept(settings: Any, tmp_path: Path) -> None:
    looks = "import sys; sys.exit(not open(sys.argv[1], 'rb').read().startswith(b'%PDF'))"
    settings.EVIDENCE_SCANNER = scanner(tmp_path, looks)
    assert keeping.keep(PDF, "x.pdf").is_scanned


def attached(report: Report, content: bytes = PDF, title: str = "Verslag") -> Evidence:
    return actions.attach_file(report=report, title=title, content=content, name="x.pdf", by=m.member())


@pytest.mark.django_db
@pytest.mark.parametrize("who", [m.cell, m.observer, lambda: m.member("stranger")])
def test_only_owners_attach(who: Any) -> None:
    report = m.make_report()
    with pytest.raises(Refused):
        actions.attach_link(report=report, title="x", url="https://example.org", by=who())
    with pytest.raises(Refused):
        actions.attach_file(report=report, title="x", content=PDF, name="x", by=who())


@pytest.mark.django_db
def test_nothing_is_attached_to_a_report_that_is_not_open() -> None:
    report = m.submit(m.make_report())
    with pytest.raises(ValidationError):
        attached(report)


@pytest.mark.django_db
def test_removed_evidence_leaves_its_record_and_no_file(django_capture_on_commit_callbacks: Any) -> None:
    evidence = attached(m.make_report())
    with pytest.raises(ValidationError):
        actions.remove_evidence(evidence=evidence, why=" ", by=m.member())
    with django_capture_on_commit_callbacks(execute=True):
        actions.remove_evidence(evidence=evidence, why="noemt een persoon", by=m.cell())
    row = Evidence.objects.get(pk=evidence.pk)
    assert (row.title, row.removed_why, row.is_kept) == ("Verslag", "noemt een persoon", False)
    assert not keeping.path_of(evidence.sha256).exists()


@pytest.mark.django_db
def test_a_file_that_another_report_has_too_stays(django_capture_on_commit_callbacks: Any) -> None:
    report = m.make_report()
    first, second = attached(report), attached(report, title="Nog eens")
    with django_capture_on_commit_callbacks(execute=True):
        actions.remove_evidence(evidence=first, why="dubbel", by=m.member())
    assert keeping.path_of(second.sha256).exists()


@pytest.mark.django_db
def test_download_is_only_ever_a_download() -> None:
    report = m.make_report()
    evidence = attached(report)
    m.validate(m.submit(m.report_of(report.round)))
    answer = Client().get(f"/nl/bewijs/{evidence.pk}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == 'attachment; filename="x.pdf"'
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox"
    assert b"".join(answer.streaming_content) == PDF


@pytest.mark.django_db
def test_download_is_for_who_may_read_the_report() -> None:
    evidence = attached(m.make_report())
    seen = {}
    for role, slug in (
        (None, ""),
        ("member", "owner"),
        ("member", "stranger"),
        ("cell", "cell"),
        ("observer", "o"),
    ):
        client = Client()
        if role:
            client.force_login(make_user(Role(role), slug))
        answer = client.get(f"/nl/bewijs/{evidence.pk}")
        seen[role, slug] = answer.status_code
        if answer.streaming:
            assert b"".join(answer.streaming_content) == PDF  # read to its end, the file is closed
    may = [someone for someone, status in seen.items() if status == 200]
    assert may == [("member", "owner"), ("cell", "cell")]
    assert set(seen.values()) == {200, 404}


@pytest.mark.django_db
def test_form_takes_a_file_and_says_what_is_wrong_with_another() -> None:
    report = m.make_report()
    client = Client()
    client.force_login(make_user(Role.MEMBER, "owner"))
    address = f"/en/reports/2026/{report.action.code}/evidence/?file"

    def send(content: bytes) -> Any:
        token = client.get(address).context["form"]["token"].value()
        file = SimpleUploadedFile("../boos.pdf", content, content_type="application/pdf")
        return client.post(address, {"token": str(token), "acting_for": "owner", "title": "T", "file": file})

    assert send(PDF).status_code == 303
    wrong = send(b"<html><script>")
    assert (wrong.status_code, "Its content decides" in wrong.content.decode()) == (422, True)
    assert list(Evidence.objects.filter(report=report).values_list("name", flat=True)) == ["boos.pdf"]
