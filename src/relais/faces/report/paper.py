"""The balance on paper: a tagged PDF of the same chapters, with a table of contents and bookmarks.

The same freeze gives the same bytes: no clock goes in, and the identifier comes from the hash. Other fonts,
or another version of Relais or of WeasyPrint, give other bytes of the same content.
"""

from __future__ import annotations

from ctypes.util import find_library
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import get_language

from relais.apps.freeze.files import keep, place_of
from relais.apps.freeze.models import Freeze
from relais.faces.report.chapters import Balance, chapters

STYLE = Path(__file__).with_name("paper.css")
INSTALL = (
    "a PDF needs Pango: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-linuxlibertine"
)


LIBRARIES = "pango-1.0", "pangoft2-1.0", "harfbuzz-subset"
_ONE_AT_A_TIME = Lock()  # many readers may ask first; one rendering serves them all


class NoPango(Exception):
    """The libraries that set type are not on this machine. Its words say what to install."""


def kept_paper(freeze: Freeze) -> Path:
    """Where the PDF of a freeze in the current language is kept, once it was rendered."""
    return place_of(freeze, f"{get_language()}.pdf")


def render_paper(freeze: Freeze) -> Path:
    """Render the PDF in the current language and keep it; done before is not done again. Raises NoPango."""
    place = kept_paper(freeze)
    with _ONE_AT_A_TIME:
        if not place.exists():
            keep(place, as_pdf(as_html(freeze), f"{freeze.sha256} {get_language()}"))
    return place


def has_paper(freeze: Freeze) -> bool:
    """Whether a reader can have the PDF in the current language: it is kept, or can be rendered here."""
    return kept_paper(freeze).exists() or _can_set_type()


@cache
def _can_set_type() -> bool:
    return all(find_library(name) for name in LIBRARIES)


def as_html(freeze: Freeze) -> str:
    """All chapters as one document, in the current language."""
    balance = Balance(freeze, Freeze.objects.before(freeze))
    every = [(chapter, chapter.html(balance)) for chapter in chapters(balance)]
    return render_to_string("report/paper.html", {"freeze": freeze, "chapters": every})


def as_pdf(html: str, identity: str) -> bytes:
    """PDF/UA-1. The same `html` and `identity` are the same bytes. Raises NoPango."""
    weasyprint = _weasyprint()
    document = weasyprint.HTML(string=html, url_fetcher=_nothing)
    sheet = weasyprint.CSS(string=STYLE.read_text(encoding="utf-8"))
    content: bytes = document.write_pdf(
        stylesheets=[sheet], pdf_variant="pdf/ua-1", pdf_identifier=sha256(identity.encode()).digest()[:16]
    )
    return content


def _weasyprint() -> Any:
    try:
        import weasyprint
    except OSError as error:  # it looks for its libraries as it is imported
        raise NoPango(INSTALL) from error
    return weasyprint


def _nothing(url: str, *_rest: Any, **_options: Any) -> Any:
    """A balance is whole in itself: nothing is fetched."""
    raise ValueError(f"a balance needs nothing from elsewhere: {url}")
