"""A Table Schema (Frictionless) beside a table: every word is checked against it before it is read.

Only what a table of figures needs of the standard: `frictionless` itself would bring 21 packages more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from relais.apps.observatory.importing.json_file import read_json
from relais.apps.observatory.importing.mending import Mending
from relais.apps.observatory.importing.table import Row, Table

Check = Callable[[str], str | None]  # a word to what is wrong with it
_TYPES = {
    "string": r"(?s:.*)", "any": r"(?s:.*)", "integer": r"[-+]?\d{1,300}", "year": r"-?\d{4}",
    "number": r"[-+]?(\d{1,300}\.?\d*|\.\d+)([eE][-+]?\d{1,2})?", "yearmonth": r"\d{4}-\d{2}",
    "date": r"\d{4}-\d{2}-\d{2}", "boolean": r"true|True|TRUE|1|false|False|FALSE|0",
}  # fmt: skip
_ALL_FIELDS, _ALL_COLUMNS = ("exact", "equal", "subset"), ("exact", "equal", "superset")  # of fieldsMatch
_ORDERED = ("integer", "number", "year")


class Schema:
    """The fields of a table; `missing` are the words that it says stand for nothing."""

    def __init__(self, content: bytes, mending: Mending) -> None:
        """Raises FileProblems for what is no Table Schema."""
        said = read_json(content, mending)
        fields = said.get("fields") if isinstance(said, dict) else None
        if not isinstance(fields, list) or not all(isinstance(each, dict) for each in fields):
            mending.refuse(0, "schema", _("is no Table Schema: it has no list of fields"))
        missing = said.get("missingValues", [])
        if not isinstance(missing, list) or not all(isinstance(word, str) for word in missing):
            mending.refuse(0, "schema", _("missingValues is no list of words"))
        self.missing: list[str] = missing
        nothing = frozenset(missing if "missingValues" in said else [""])
        self._match = said.get("fieldsMatch", "exact")
        self._checks: dict[str, list[Check]] = {}
        for field in fields:
            try:
                self._checks[str(field["name"])] = list(_checks(field, nothing))
            except (KeyError, TypeError, ValueError, re.error):
                why = _("the schema: field %(name)s is not as Table Schema has it")
                mending.add(0, "schema", why % {"name": str(field.get("name"))[:60]})
        mending.check()

    def checked(self, table: Table, mending: Mending) -> Table:
        """The same table; what the schema does not allow is kept as a problem while its rows are read."""
        header = table.header
        for name in sorted(self._checks.keys() - set(header)) if self._match in _ALL_FIELDS else ():
            mending.add(table.line, name, _("the schema has this field, the head has not"))
        for name in sorted(set(header) - self._checks.keys()) if self._match in _ALL_COLUMNS else ():
            mending.add(table.line, name, _("the head has this column, the schema has not"))
        columns = [_Column(name, self._checks.get(name, [])) for name in header]

        def rows() -> Iterator[Row]:
            for line, words in table.rows:
                for column, word in zip(columns, words, strict=True):
                    if why := column[word]:
                        mending.add(line, column.name, _("the schema: %(why)s") % {"why": why})
                yield line, words

        return Table(table.heads, rows(), table.line, table.spot)


class _Column(dict[str, str | None]):
    """Word to what is wrong with it, each looked at once."""

    def __init__(self, name: str, checks: list[Check]) -> None:
        super().__init__()
        self.name = name
        self._checks = checks

    def __missing__(self, word: str) -> str | None:
        why = self[word] = next((why for check in self._checks if (why := check(word))), None)
        return why


def _checks(field: Mapping[str, Any], missing: frozenset[str]) -> Iterator[Check]:
    """Raises KeyError, TypeError, ValueError or re.error for a field that is none."""
    kind, said = field.get("type", "string"), field.get("constraints", {})
    if not isinstance(said, dict):
        raise TypeError
    typed, required = re.compile(_TYPES[kind], re.ASCII), said.get("required", False)

    def unless_missing(holds: Callable[[str], object], why: str) -> Check:
        return lambda word: None if word in missing or holds(word) else why

    if required:
        yield lambda word: _("is required") if word in missing else None
    yield unless_missing(typed.fullmatch, _("is not of type %(type)s") % {"type": kind})
    if "pattern" in said:
        why = _("does not match %(pattern)s") % {"pattern": said["pattern"]}
        yield unless_missing(re.compile(said["pattern"]).fullmatch, why)
    if "enum" in said:
        allowed = {str(word) for word in said["enum"]}
        why = _("is not one of %(words)s") % {"words": ", ".join(sorted(allowed))[:200]}
        yield unless_missing(allowed.__contains__, why)
    if kind in _ORDERED and "minimum" in said:
        least = float(said["minimum"])
        yield unless_missing(lambda word: float(word) >= least, _("is less than %(n)s") % {"n": least})
    if kind in _ORDERED and "maximum" in said:
        most = float(said["maximum"])
        yield unless_missing(lambda word: float(word) <= most, _("is more than %(n)s") % {"n": most})
