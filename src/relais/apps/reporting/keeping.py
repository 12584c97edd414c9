"""Files of evidence on disk: outside the web root, each under the SHA-256 of its content, so never twice."""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from relais.apps.reporting.filetypes import media_type
from relais.apps.reporting.vocabulary import MediaType

ENDING = {
    MediaType.PDF: "pdf",
    MediaType.PNG: "png",
    MediaType.JPEG: "jpg",
    MediaType.DOCX: "docx",
    MediaType.XLSX: "xlsx",
    MediaType.ODT: "odt",
    MediaType.ODS: "ods",
    MediaType.CSV: "csv",
    MediaType.TXT: "txt",
}
LONGEST_NAME = 80
NOT_IN_A_NAME = re.compile(r"[^\w .,()-]+")


class TooLarge(ValueError):
    """More bytes than EVIDENCE_LARGEST_MB allows."""


class ScannerRefused(ValueError):
    """The command EVIDENCE_SCANNER found something, failed, or took too long: the file is not kept."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a file that is now on disk. `is_scanned` is False where there is no scanner."""

    sha256: str
    name: str
    media_type: MediaType
    size: int
    is_scanned: bool


def keep(content: bytes, name: str) -> Kept:
    """Look at `content`, have it scanned, put it on disk. Raises TooLarge, NotAllowed, ScannerRefused."""
    if len(content) > settings.EVIDENCE_LARGEST:
        raise TooLarge
    kind = media_type(content, name)
    digest = hashlib.sha256(content).hexdigest()
    target = path_of(digest)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, written = tempfile.mkstemp(dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        is_scanned = _scan(Path(written))
        Path(written).replace(target)
    finally:
        Path(written).unlink(missing_ok=True)
    return Kept(digest, safe_name(name, kind), kind, len(content), is_scanned)


def path_of(digest: str) -> Path:
    """Where the file with this SHA-256 is. The name that it came with is no part of it."""
    if not re.fullmatch(r"[0-9a-f]{64}", digest):
        raise ValueError("not a SHA-256")
    return Path(settings.EVIDENCE) / digest[:2] / digest


def forget(digest: str) -> None:
    """Take the file off the disk; none is no error."""
    path_of(digest).unlink(missing_ok=True)


def safe_name(name: str, kind: MediaType) -> str:
    """A name for the download: no folder, no hidden file, the ending that its content asks for."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem = NOT_IN_A_NAME.sub("-", last.rpartition(".")[0] or last).strip(" .-")[:LONGEST_NAME].strip(" .-")
    return f"{stem or 'evidence'}.{ENDING[kind]}"


def _scan(path: Path) -> bool:
    if not settings.EVIDENCE_SCANNER:
        return False
    command = [*shlex.split(settings.EVIDENCE_SCANNER), str(path)]
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, check=False,
            timeout=settings.EVIDENCE_SCANNER_SECONDS,
        )  # fmt: skip
    except (subprocess.TimeoutExpired, OSError) as error:
        raise ScannerRefused(type(error).__name__) from None
    if done.returncode:
        raise ScannerRefused(f"exit code {done.returncode}")
    return True
