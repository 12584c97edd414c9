"""Reading an advice of Brupartners: themes, measures, annex of actors, tables, with their passages.

`read(text)` turns the text of the PDF into an `Advice` or raises `AdviceError`: it is read whole or
not at all. `compare(advice, expected)` holds it against what was decided in public;
`as_json(advice)` is the exchange form. Neighbours: none, only the standard library.
"""

from relais.core.advice.document import Advice, AnnexTheme, Entry, Measure, Part, Table, Theme
from relais.core.advice.errors import AdviceError, NotAnAdvice
from relais.core.advice.expected import Expected, ExpectedMeasure, Finding
from relais.core.advice.export import as_json
from relais.core.advice.misprints import Misprint
from relais.core.advice.reading import read
from relais.core.advice.verdict import compare

__all__ = [
    "Advice",
    "AdviceError",
    "AnnexTheme",
    "Entry",
    "Expected",
    "ExpectedMeasure",
    "Finding",
    "Measure",
    "Misprint",
    "NotAnAdvice",
    "Part",
    "Table",
    "Theme",
    "as_json",
    "compare",
    "read",
]
