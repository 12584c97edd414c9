"""JSON-stat 2.0: one dataset, cells by their place in the cube, only those that are there.

`status` has the code of CL_OBS_STATUS of each cell; for a hidden one `C`, of CL_CONF_STATUS, and no value.
The interval, where there is one, stands in `extension`, under the same index.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from relais.apps.observatory.exports.figures import About, Figure, code_in
from relais.apps.observatory.vocabulary import Secrecy
from relais.core.figures.cube import TOTAL

ALL = {"nl": "alle samen", "fr": "tous ensemble", "en": "all together"}
NAMES = {
    "definition": {"nl": "Definitie", "fr": "Définition", "en": "Definition"},
    "place": {"nl": "Plaats", "fr": "Lieu", "en": "Place"},
    "period": {"nl": "Periode", "fr": "Période", "en": "Period"},
    "release": {"nl": "Bron en editie", "fr": "Source et édition", "en": "Source and edition"},
}


def write(figures: Iterable[Figure], about: About) -> Iterator[bytes]:
    every = list(figures)
    dimensions = _dimensions(every, about)
    places = {name: {code: n for n, code in enumerate(codes)} for name, codes in dimensions.items()}
    at = {_index(figure, places): figure for figure in every}
    dataset = {
        "version": "2.0", "class": "dataset", "label": about.title(about.language),
        "source": "; ".join(about.called(each) for each in about.sources.values()),
        "id": list(dimensions), "size": [len(codes) for codes in dimensions.values()],
        "role": {"time": ["period"], "geo": ["place"], "metric": ["definition"]},
        "dimension": {name: _dimension(name, codes, about) for name, codes in dimensions.items()},
        "value": {n: _number(figure.value) for n, figure in at.items()},
        "status": {n: _status(figure) for n, figure in at.items()},
        "extension": _extension(at),
    }  # fmt: skip
    yield json.dumps(dataset, ensure_ascii=False, separators=(",", ":")).encode()


def _dimensions(figures: list[Figure], about: About) -> dict[str, Mapping[str, str]]:
    """Dimension to code to name, in the order of the lists; all together comes first."""
    named = {
        slug: {each.code: about.said(each.name) for each in codes} for slug, codes in about.codes.items()
    }
    total = {TOTAL: ALL[about.language]}
    return {
        "definition": {slug: about.said(each.name) for slug, each in about.definitions.items()},
        "place": _with_unlisted(named.get("place", {}), (figure.place for figure in figures)),
        "period": {period: period for period in sorted({figure.period for figure in figures})},
        **{each.slug: {**total, **named[each.slug]} for each in about.dimensions},
        "release": {each: _release(each, about) for each in about.editions},
    }  # fmt: skip


def _with_unlisted(named: Mapping[str, str], codes: Iterable[str]) -> dict[str, str]:
    return {**named, **{code: code for code in sorted(set(codes) - set(named))}}


def _release(release: str, about: About) -> str:
    source, _, edition = release.partition("/")
    return f"{about.said(about.sources[source].title)} ({edition})"


def _dimension(name: str, codes: Mapping[str, str], about: About) -> dict[str, Any]:
    label = NAMES[name][about.language] if name in NAMES else _named(name, about)
    category: dict[str, Any] = {"index": list(codes), "label": dict(codes)}
    if name == "definition":
        category["unit"] = {
            slug: {"label": about.said(each.unit), "symbol": each.unit_code, "decimals": each.decimals}
            for slug, each in about.definitions.items()
        }
    return {"label": label, "category": category}


def _named(slug: str, about: About) -> str:
    return next(about.said(each.name) for each in about.dimensions if each.slug == slug)


def _index(figure: Figure, places: Mapping[str, Mapping[str, int]]) -> int:
    """Which cell of the cube it is, counted with the last dimension moving fastest."""
    codes = figure.codes
    own = {"definition": figure.definition, "place": figure.place, "period": figure.period,
           "release": figure.edition_of_source}  # fmt: skip
    index = 0
    for name, listed in places.items():
        index = index * len(listed) + listed[own.get(name) or code_in(codes, name)]
    return index


def _number(value: float | None) -> float | None:
    """20 rather than 20.0."""
    return int(value) if value is not None and value.is_integer() else value


def _status(figure: Figure) -> str:
    return Secrecy.HIDDEN.value if figure.secrecy == Secrecy.HIDDEN else figure.quality


def _extension(at: Mapping[int, Figure]) -> dict[str, Any]:
    """What JSON-stat has no room for, where it is known."""
    said: dict[str, dict[int, Any]] = {
        "low": {n: _number(figure.low) for n, figure in at.items()},
        "high": {n: _number(figure.high) for n, figure in at.items()},
        "answers": {n: figure.answers for n, figure in at.items()},
        "printed": {n: figure.printed for n, figure in at.items()},
        "decimals": {n: figure.decimals or None for n, figure in at.items()},
    }
    return {name: {n: v for n, v in told.items() if v is not None} for name, told in said.items()}
