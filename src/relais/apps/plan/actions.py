"""Every act that changes the plan in the database, apart from loading its files."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from relais.apps.plan import models as m
from relais.core.advice import Advice

OFFICIAL_LANGUAGE = "nl"  # the advice was published in Dutch; its French version has its own layout


@transaction.atomic
def import_advice(*, document: m.Document, advice: Advice) -> None:
    """Keep the official wording and the tables of `advice`, in place of what was kept for `document`.

    Raises LookupError, and changes nothing, when a measure of the advice is not loaded.
    """
    loaded = dict(document.measures.values_list("number", "pk"))
    if unknown := [measure.number for measure in advice.measures if measure.number not in loaded]:
        raise LookupError(f"measure {', '.join(map(str, unknown))} is not loaded: run `relais load` first")
    m.OfficialText.objects.filter(measure__document=document, language=OFFICIAL_LANGUAGE).delete()
    m.OfficialText.objects.bulk_create(_official_texts(advice, loaded))
    document.statistics.all().delete()
    m.Statistic.objects.bulk_create(_statistics(advice, document))


def _official_texts(advice: Advice, loaded: dict[int, int]) -> Iterator[m.OfficialText]:
    for measure in advice.measures:
        said = [("", measure.text, measure.page, measure.line)]
        said += [(part.letter, part.text, part.page, part.line) for part in measure.parts]
        for letter, words, page, line in said:
            if words:
                yield m.OfficialText(
                    measure_id=loaded[measure.number], letter=letter, language=OFFICIAL_LANGUAGE,
                    words=words, page=page, line=line,
                )  # fmt: skip


def _statistics(advice: Advice, document: m.Document) -> Iterator[m.Statistic]:
    for position, table in enumerate(advice.tables):
        yield m.Statistic(
            document=document, position=position, title=table.title, source=table.source,
            rows=[list(row) for row in table.rows], page=table.page,
            misprints=[{"printed": each.printed, "read_as": each.read_as} for each in table.misprints],
        )  # fmt: skip
