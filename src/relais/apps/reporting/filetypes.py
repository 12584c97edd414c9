"""What a file really is, told by its content. Its name decides nothing but whether a text is a table."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

import puremagic

from relais.apps.reporting.vocabulary import MediaType

LARGEST_UNPACKED = 200 * 2**20  # bytes, over all parts of an office document
MOST_PARTS = 5_000
PICTURES_AND_PAPERS = {
    ".pdf": MediaType.PDF,
    ".png": MediaType.PNG,
    ".jpg": MediaType.JPEG,
    ".jpeg": MediaType.JPEG,
}
MAIN_PARTS = {"word/document.xml": MediaType.DOCX, "xl/workbook.xml": MediaType.XLSX}
MACROS = ("vbaproject.bin", "basic/")  # of Microsoft and of Libre Office
OPEN_DOCUMENTS = {MediaType.ODT, MediaType.ODS}
SPACES = {"\t", "\n", "\r", "\f"}


class NotAllowed(ValueError):
    """The content is of no kind that evidence may be, or is made to do harm."""


def media_type(content: bytes, name: str = "") -> MediaType:
    """What `content` is. Raises NotAllowed."""
    if content.startswith(b"PK\x03\x04"):
        return _office_document(content)
    if found := PICTURES_AND_PAPERS.get(_by_first_bytes(content)):
        return found
    if _is_plain_text(content):
        return MediaType.CSV if name.lower().endswith(".csv") else MediaType.TXT
    raise NotAllowed("unknown content")


def _by_first_bytes(content: bytes) -> str:
    try:
        return str(puremagic.from_string(content)).lower()
    except (puremagic.PureError, ValueError):
        return ""


def _office_document(content: bytes) -> MediaType:
    """Only the list of parts is read; nothing is unpacked but the few bytes that name an OpenDocument."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                raise NotAllowed("unpacks to too much")
            names = {part.filename for part in parts}
            if any(macro in name.lower() for name in names for macro in MACROS):
                raise NotAllowed("holds macros")
            if parts and parts[0].filename == "mimetype" and parts[0].file_size < 100:
                said = archive.read(parts[0]).decode("ascii", "replace")
                return next(kind for kind in OPEN_DOCUMENTS if kind == said)
            if "[Content_Types].xml" in names:
                return next(kind for part, kind in MAIN_PARTS.items() if part in names)
    except (BadZipFile, StopIteration, OSError, RuntimeError, NotImplementedError):
        pass
    raise NotAllowed("not an office document")


def _is_plain_text(content: bytes) -> bool:
    """UTF-8 without control characters, that does not begin like markup or a script."""
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    if words.lstrip().startswith(("<", "#!", "%!")) or not words.strip():
        return False
    return all(character.isprintable() or character in SPACES or ord(character) > 0x9F for character in words)
