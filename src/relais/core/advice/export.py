"""An advice as plain data, for JSON: what is printed, without our line numbers."""

from __future__ import annotations

from typing import Any

from relais.core.advice.document import Advice


def as_json(advice: Advice) -> dict[str, list[dict[str, Any]]]:
    """Four lists: themes, measures, annex, tables; nothing but str, int, list and dict."""
    return {
        "themes": [
            {
                "number": theme.number,
                "name": theme.name,
                "annex_name": theme.annex_name,
                "measures": list(theme.measures),
            }
            for theme in advice.themes
        ],
        "measures": [
            {
                "number": measure.number,
                "theme": measure.theme,
                "kind": measure.kind,
                "text": measure.text,
                "parts": [{"letter": part.letter, "text": part.text} for part in measure.parts],
                "page": measure.page,
            }
            for measure in advice.measures
        ],
        "annex": [
            {"theme": named.theme, "actors": [entry.wording for entry in named.actors]}
            for named in advice.annex
        ],
        "tables": [
            {
                "title": table.title,
                "source": table.source,
                "rows": [list(row) for row in table.rows],
            }
            for table in advice.tables
        ],
    }
