"""The plan as tables: one per noun, the same columns whatever the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from relais.apps.plan import records as r
from relais.core.texts.text import LANGUAGES

Kind = Literal["one", "words", "many"]


@dataclass(frozen=True, slots=True)
class Column:
    """`path` leads to the value in a row ("passage.page"). Words become one column for each language."""

    path: str
    kind: Kind = "one"

    @property
    def name(self) -> str:
        return self.path.replace(".", "_")

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(f"{self.name}_{code}" for code in LANGUAGES) if self.kind == "words" else (self.name,)

    def of(self, row: Any) -> Any:
        """The value in `row`: None when it, or what should hold it, is not known."""
        for step in self.path.split("."):
            if row is None:
                return None
            row = row[step]
        return row

    def cells(self, row: Any) -> tuple[Any, ...]:
        """A cell for each of `names`."""
        value = self.of(row)
        return tuple((value or {}).get(code) for code in LANGUAGES) if self.kind == "words" else (value,)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one noun. `key` are the columns that identify a row; a column of lists has kind "many"."""

    name: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[Mapping[str, Any]]

    @property
    def header(self) -> list[str]:
        return [name for column in self.columns for name in column.names]

    def body(self) -> Iterator[list[Any]]:
        """The cells of each row; a list is still a list."""
        for row in self.rows:
            yield [cell for column in self.columns for cell in column.cells(row)]

    def tidy(self) -> list[Table]:
        """This table without its lists, then each list as a table of its own: key, place, value."""
        keys = tuple(c for c in self.columns if c.name in self.key)
        plain = tuple(c for c in self.columns if c.kind != "many")
        return [
            Table(self.name, self.about, self.key, plain, self.rows),
            *(_list_table(self, keys, column) for column in self.columns if column.kind == "many"),
        ]


def _list_table(table: Table, keys: tuple[Column, ...], column: Column) -> Table:
    noun, value = ONE_OF.get(table.name, table.name), ONE_OF.get(column.name, column.name)
    names = [noun] if len(keys) == 1 else [key.name for key in keys]
    rows = [
        {**dict(zip(names, (key.of(row) for key in keys), strict=True)), "place": place, value: item}
        for row in table.rows
        for place, item in enumerate(column.of(row), start=1)
    ]
    columns = tuple(Column(name) for name in (*names, "place", value))
    about = f"{column.name} of each row of {table.name}, in order"
    return Table(f"{noun}_{column.name}", about, (*names, "place"), columns, rows)


ONE_OF = {"measures": "measure", "demands": "demand", "actors": "actor", "levels": "level"}


def tables(plan: r.Plan) -> list[Table]:
    """Every table, in the order of the plan."""
    return [
        _table(
            "documents", "texts that the plan rests on", "slug",
            "slug number kind title* publisher date pages url known note*", plan["documents"],
        ),
        _table(
            "citations", "which document cites which, and where", "document cited_by page footnote",
            "document cited_by page footnote",
            ({**c, "cited_by": c["document"], "document": d["slug"]}
             for d in plan["documents"] for c in d["cited_by"]),
        ),
        _table(
            "statistics", "figures printed in the documents: one row per cell, as printed, counted from 1",
            "document table row column", "document table title source page row column value",
            _figures(plan["documents"]),
        ),
        _table(
            "themes", "chapters of the advice", "number", "number slug name* annex_name* summary*",
            plan["themes"],
        ),
        _table(
            "annex", "annex 1 of the advice: whom it proposes for each theme, in its own Dutch words",
            "theme line", "theme line wording page actors[]",
            ({**e, "theme": t["number"], "line": i}
             for t in plan["themes"] for i, e in enumerate(t["annex"], 1)),
        ),
        _table(
            "measures", "what the advice asks: titles and summaries are ours", "number",
            "number theme kind title* summary* levels[] means[] actors[] passage.document passage.page",
            plan["measures"],
        ),
        _table(
            "measure_parts", "lettered parts of measures", "measure letter",
            "measure letter title* summary* page",
            ({**p, "measure": row["number"]} for row in plan["measures"] for p in row["part_details"]),
        ),
        _table(
            "official_texts", "the advice's own words, where imported; no letter: the measure as a whole",
            "measure letter language", "measure letter language words", _official(plan["measures"]),
        ),
        _table(
            "actors", "bodies and groups that the advice names", "slug",
            "slug name* acronym kind level generic url note*", plan["actors"],
        ),
        _table(
            "later_names", "what became of actors after the advice", "actor name",
            "actor kind name since source",
            ({**n, "actor": a["slug"]} for a in plan["actors"] for n in a["later"]),
        ),
        _table(
            "links", "how one measure bears on another, who says so, and why", "from to kind",
            "from to kind origin confidence reason* passage.document passage.page", plan["links"],
        ),
        _table(
            "demands", "what the advice asks outside its numbered measures", "slug",
            "slug title* summary* actors[] levels[] passage.document passage.page passage.section",
            plan["demands"],
        ),
        _table(
            "plan_2021_actions", "actions of the 2021 plan; an empty title was not found", "number",
            "number parent axis* title* lead source", plan["plan_2021"]["actions"],
        ),
        _table(
            "plan_2021_answers", "which action of the 2021 plan answers which measure: editorial",
            "action measure", "action measure kind reason*", plan["plan_2021"]["answers"],
        ),
        _table(
            "glossary", "words of this site", "slug",
            "slug term* definition* source.document source.page url", plan["glossary"],
        ),
    ]  # fmt: skip


def _table(name: str, about: str, key: str, columns: str, rows: Iterable[Mapping[str, Any]]) -> Table:
    """In `columns`, "title*" is words in every language and "actors[]" a list."""
    return Table(name, about, tuple(key.split()), tuple(map(_column, columns.split())), list(rows))


def _column(written: str) -> Column:
    if written.endswith("*"):
        return Column(written[:-1], "words")
    return Column(written[:-2], "many") if written.endswith("[]") else Column(written)


def _figures(documents: list[r.Document]) -> Iterator[dict[str, Any]]:
    for document in documents:
        for number, table in enumerate(document["statistics"], 1):
            facts = {
                "document": document["slug"], "table": number, "title": table["title"],
                "source": table["source"], "page": table["page"],
            }  # fmt: skip
            for row, cells in enumerate(table["rows"], 1):
                for column, value in enumerate(cells, 1):
                    yield {**facts, "row": row, "column": column, "value": value}


def _official(measures: list[r.Measure]) -> Iterator[dict[str, Any]]:
    for measure in measures:
        for language, texts in measure["official"].items():
            for letter, words in texts.items():
                yield {"measure": measure["number"], "letter": letter, "language": language, "words": words}
