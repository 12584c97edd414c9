"""What was read held against what was expected: a finding for each thing of the advice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from relais.core.advice.document import Advice, AnnexTheme, Entry, Measure
from relais.core.advice.expected import Expected, ExpectedMeasure, Finding, Noun


@dataclass(frozen=True, slots=True)
class _Facts:
    """The fields of one thing, and where it stands; an expected None is not compared."""

    fields: Mapping[str, str | int | None]
    page: int | None = None
    line: int | None = None


def compare(advice: Advice, expected: Expected) -> list[Finding]:
    """One finding per thing, in the order of the document; missing is expected but not read."""
    return [
        *_themes(advice, expected),
        *_measures(advice, expected),
        *_annex(advice, expected),
        *_tables(advice, expected),
    ]


def _same(left: str | int | None, right: str | int | None) -> bool:
    return _plain(left) == _plain(right)


def _plain(value: str | int | None) -> str | int | None:
    """Without what no reader sees: the form of an apostrophe, repeated spaces, final spaces."""
    if not isinstance(value, str):
        return value
    return re.sub(r"\s{2,}", " ", re.sub("[’‘ʼ]", "'", value)).rstrip()


def _findings(noun: Noun, expected: Mapping[str, _Facts], read: Mapping[str, _Facts]) -> Iterator[Finding]:
    """In the order of what was read, with what is missing at its place by number."""
    for key in sorted({*expected, *read}, key=_place):
        yield _finding(noun, key, expected.get(key), read.get(key))


def _place(key: str) -> tuple[int, str]:
    found = re.match(r"\d+", key)
    return (int(found.group()) if found else 0, key)


def _finding(noun: Noun, key: str, expected: _Facts | None, read: _Facts | None) -> Finding:
    if read is None:
        assert expected is not None
        return Finding(noun, key, "missing", _told(expected, "expected"))
    if expected is None:
        return Finding(noun, key, "unexpected", _told(read, "read"), read.page, read.line)
    details = tuple(
        f"{name}: expected {wanted}, read {read.fields[name]}"
        for name, wanted in expected.fields.items()
        if wanted is not None and not _same(wanted, read.fields[name])
    )
    return Finding(noun, key, "differs" if details else "same", details, read.page, read.line)


def _told(facts: _Facts, verb: str) -> tuple[str, ...]:
    return tuple(f"{name}: {verb} {value}" for name, value in facts.fields.items() if value not in (None, ""))


def _themes(advice: Advice, expected: Expected) -> Iterator[Finding]:
    wanted = {
        str(number): _Facts({"name": name, "annex name": annex_name})
        for number, (name, annex_name) in expected.themes.items()
    }
    read = {
        str(theme.number): _Facts(
            {"name": theme.name, "annex name": theme.annex_name}, theme.page, theme.line
        )
        for theme in advice.themes
    }
    yield from _findings("theme", wanted, read)


def _measures(advice: Advice, expected: Expected) -> Iterator[Finding]:
    wanted = {number: ExpectedMeasure(*told) for number, told in expected.measures.items()}
    read = {measure.number: measure for measure in advice.measures}
    for number in sorted({*wanted, *read}):
        told, found = wanted.get(number), read.get(number)
        yield _finding(
            "measure",
            str(number),
            _Facts({"theme": told.theme, "kind": told.kind, "page": told.page}) if told else None,
            _Facts(
                {"theme": found.theme, "kind": found.kind, "page": found.page},
                found.page,
                found.line,
            )
            if found
            else None,
        )
        yield from _parts(number, told, found, expected.part_pages)


def _parts(
    number: int, told: ExpectedMeasure | None, found: Measure | None, pages: Mapping[str, int]
) -> Iterator[Finding]:
    keys = [f"{number}{letter}" for letter in (told.letters if told else ())]
    wanted = {key: _Facts({"page": pages.get(key)}) for key in keys}
    read = {
        f"{number}{part.letter}": _Facts({"page": part.page}, part.page, part.line)
        for part in (found.parts if found else ())
    }
    yield from _findings("part", wanted, read)


def _annex(advice: Advice, expected: Expected) -> Iterator[Finding]:
    read = {named.theme: named for named in advice.annex}
    for theme in sorted({*expected.annex, *read}):
        wanted, named = expected.annex.get(theme), read.get(theme)
        if wanted or (named and named.actors):
            yield from _entries(theme, wanted or (), named)
            continue
        nobody = _Facts({"actors": "nobody"})
        found = replace(nobody, page=named.page, line=named.line) if named else None
        yield _finding("annex", str(theme), None if wanted is None else nobody, found)


def _entries(theme: int, wanted: Sequence[str], named: AnnexTheme | None) -> Iterator[Finding]:
    """Entries aligned by wording; the key is theme and place in what was expected, else read."""
    read: Sequence[Entry] = named.actors if named else ()
    before = [_plain(wording) for wording in wanted]
    after = [_plain(entry.wording) for entry in read]
    for _, i, i_end, j, j_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for step in range(max(i_end - i, j_end - j)):
            told = _Facts({"wording": wanted[i + step]}) if i + step < i_end else None
            entry = read[j + step] if j + step < j_end else None
            found = _Facts({"wording": entry.wording}, entry.page, entry.line) if entry else None
            place = i + step if told else j + step
            yield _finding("annex", f"{theme}.{place + 1}", told, found)


def _tables(advice: Advice, expected: Expected) -> Iterator[Finding]:
    if expected.tables is None:
        return
    wanted = {
        str(number): _Facts({"title": title, "source": source})
        for number, (title, source) in expected.tables.items()
    }
    read = {
        str(number): _Facts({"title": table.title, "source": table.source}, table.page, table.line)
        for number, table in enumerate(advice.tables, 1)
    }
    yield from _findings("table", wanted, read)
