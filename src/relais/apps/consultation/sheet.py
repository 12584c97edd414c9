"""The opinions of a consultation as rows of a file: the same columns go out and come in.

An opinion has its own name in the column `opinion`. One that was given on another platform is also known by
`platform` and `reference`, so that a file of that platform can come again.
"""

from __future__ import annotations

from relais.apps.consultation.models import Consultation, Opinion
from relais.apps.consultation.vocabulary import Giver, Position
from relais.apps.sheets.files import csv_files
from relais.apps.sheets.formulas import guarded
from relais.apps.sheets.tables import table
from relais.core.texts.text import LANGUAGES

# Column to what it holds. docs/how-to/run-a-consultation.md says the same.
COLUMNS = {
    "point": "number of the point",
    "opinion": "name of the opinion here; empty for a new one",
    "organisation": "short name of the organisation; empty for a member of the public",
    "giver": f"of a member of the public: {', '.join(Giver.values)}",
    "position": ", ".join(Position.values),
    "words": "what is said",
    "wording": "the wording that is proposed",
    "language": ", ".join(LANGUAGES),
    "given_date": "2026-03-02 or 2/3/2026",
    "platform": "where it was given; empty: here",
    "reference": "what it is called on that platform",
    "moderation": "waiting, shown, hidden; only read",
    "hidden_reason": "why it is hidden; only read",
    "answer": "accepted, in-part, rejected; only read",
    "answer_reason": "the reason of the answer; only read",
}
NEEDED = ("point", "position", "platform", "reference")
MAY_CHANGE = {"giver", "position", "words", "wording", "language", "given_date"}
ONLY_READ = ("moderation", "hidden_reason", "answer", "answer_reason")
LONGEST = {"words": 6000, "wording": 6000, "platform": 80, "reference": 80}  # characters


def cells_of(opinion: Opinion) -> dict[str, str]:
    """The row of one opinion; needs `point`, `organisation` and `answer`."""
    answer = opinion.answer
    return {
        "point": str(opinion.point.number),
        "opinion": opinion.anchor,
        "organisation": opinion.organisation.slug if opinion.organisation else "",
        "giver": opinion.giver or "",
        "position": opinion.position,
        "words": opinion.words,
        "wording": opinion.wording,
        "language": opinion.language,
        "given_date": opinion.given_date.isoformat(),
        "platform": opinion.platform or "",
        "reference": opinion.reference or "",
        "moderation": opinion.moderation,
        "hidden_reason": opinion.hidden_reason or "",
        "answer": answer.verdict if answer else "",
        "answer_reason": answer.reason if answer else "",
    }


def file_of(consultation: Consultation) -> bytes:
    """Every opinion as CSV, those that wait and those that are hidden too: for the cell and the authority."""
    rows = [cells_of(opinion) for opinion in Opinion.objects.of(consultation).whole()]
    safe = [{name: guarded(cell) for name, cell in row.items()} for row in rows]
    opinions = table("opinions", "", "opinion", " ".join(COLUMNS), safe)
    return csv_files("", [opinions])["opinions.csv"]
