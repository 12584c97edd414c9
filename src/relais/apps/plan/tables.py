"""The plan as tables: one per noun, the same columns whatever the rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from relais.apps.plan import records as r
from relais.apps.sheets.tables import Table, table


def tables(plan: r.Plan) -> list[Table]:
    """Every table, in the order of the plan."""
    return [
        table(
            "documents", "texts that the plan rests on", "slug",
            "slug number kind title* publisher date pages url known note*", plan["documents"],
        ),
        table(
            "citations", "which document cites which, and where", "document cited_by page footnote",
            "document cited_by page footnote",
            ({**c, "cited_by": c["document"], "document": d["slug"]}
             for d in plan["documents"] for c in d["cited_by"]),
        ),
        table(
            "statistics", "figures printed in the documents: one row per cell, as printed, counted from 1",
            "document table row column", "document table title source page row column value",
            _figures(plan["documents"]),
        ),
        table(
            "themes", "chapters of the advice", "number", "number slug name* annex_name* summary*",
            plan["themes"],
        ),
        table(
            "annex", "annex 1 of the advice: whom it proposes for each theme, in its own Dutch words",
            "theme line", "theme line wording page actors[]",
            ({**e, "theme": t["number"], "line": i}
             for t in plan["themes"] for i, e in enumerate(t["annex"], 1)),
        ),
        table(
            "measures", "what the advice asks: titles and summaries are ours", "number",
            "number theme kind title* summary* levels[] means[] actors[] passage.document passage.page",
            plan["measures"],
        ),
        table(
            "measure_parts", "lettered parts of measures", "measure letter",
            "measure letter title* summary* page",
            ({**p, "measure": row["number"]} for row in plan["measures"] for p in row["part_details"]),
        ),
        table(
            "official_texts", "the advice's own words, where imported; no letter: the measure as a whole",
            "measure letter language", "measure letter language words", _official(plan["measures"]),
        ),
        table(
            "actors", "bodies and groups that the advice names", "slug",
            "slug name* acronym kind level generic url note*", plan["actors"],
        ),
        table(
            "later_names", "what became of actors after the advice", "actor name",
            "actor kind name since source",
            ({**n, "actor": a["slug"]} for a in plan["actors"] for n in a["later"]),
        ),
        table(
            "links", "how one measure bears on another, who says so, and why", "from to kind",
            "from to kind origin confidence reason* passage.document passage.page", plan["links"],
        ),
        table(
            "demands", "what the advice asks outside its numbered measures", "slug",
            "slug title* summary* actors[] levels[] passage.document passage.page passage.section",
            plan["demands"],
        ),
        table(
            "since_2016", "what the advice itself says came of the proposals of 2016", "slug",
            "slug place outcome date title* summary* passage.document passage.page passage.section",
            ({**s, "place": place} for place, s in enumerate(plan["since_2016"], 1)),
        ),
        table(
            "plan_2021_actions", "actions of the 2021 plan; an empty title was not found", "number",
            "number parent axis* title* lead source", plan["plan_2021"]["actions"],
        ),
        table(
            "plan_2021_answers", "which action of the 2021 plan answers which measure: editorial",
            "action measure", "action measure kind reason*", plan["plan_2021"]["answers"],
        ),
        table(
            "glossary", "words of this site", "slug",
            "slug term* definition* source.document source.page url", plan["glossary"],
        ),
    ]  # fmt: skip


def _figures(documents: list[r.Document]) -> Iterator[dict[str, Any]]:
    for document in documents:
        for number, printed in enumerate(document["statistics"], 1):
            facts = {
                "document": document["slug"], "table": number, "title": printed["title"],
                "source": printed["source"], "page": printed["page"],
            }  # fmt: skip
            for row, cells in enumerate(printed["rows"], 1):
                for column, value in enumerate(cells, 1):
                    yield {**facts, "row": row, "column": column, "value": value}


def _official(measures: list[r.Measure]) -> Iterator[dict[str, Any]]:
    for measure in measures:
        for language, texts in measure["official"].items():
            for letter, words in texts.items():
                yield {"measure": measure["number"], "letter": letter, "language": language, "words": words}
