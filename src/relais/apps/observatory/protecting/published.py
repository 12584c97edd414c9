"""What is published, as an attacker reads it: from the rows that pages show, and from nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeAlias

from relais.apps.observatory.models import Definition
from relais.apps.observatory.protecting.groups import Group
from relais.apps.observatory.protecting.known import Figures, Known, Slice
from relais.apps.observatory.protecting.rates import shares_in
from relais.apps.observatory.protecting.refusing import NotProtectable, cell_of
from relais.apps.observatory.protecting.rules import rule_of
from relais.apps.observatory.protecting.sizes import is_sized, size_of, surveys_in
from relais.apps.observatory.vocabulary import Secrecy
from relais.core.figures.cube import PLACE, Said
from relais.core.figures.disclosure import (
    HIDDEN,
    Cell,
    Dimension,
    PublishedTable,
    Release,
    Rule,
    Share,
    Shown,
)
from relais.core.figures.disclosure.releases import State
from relais.core.figures.disclosure.tables import Frame

States: TypeAlias = Mapping[Cell, State | None]


def cells_of(editions: Iterable[Figures]) -> dict[Slice, dict[Cell, None]]:
    """Every cell that any of these says, by definition and period."""
    found: dict[Slice, dict[Cell, None]] = {}
    for figures in editions:
        for cell in figures:
            found.setdefault((cell.definition, cell.period), {})[cell_of(cell)] = None
    return found


def release_of(figures: Figures, known: Known, beside: Mapping[Slice, Collection[Cell]]) -> Release:
    """Tables of all that says of how many it is. Where nobody says how codes add up, each cell is alone.

    `beside`: the cells of all editions that it may be joined with.
    """
    surveys = surveys_in(figures)
    shares = shares_in(figures, known.definitions)
    slices: dict[Slice, dict[Cell, State | None]] = {}
    for cell, said in figures.items():
        if is_sized(known.definitions[cell.definition], surveys):
            state = _state(said, survey=cell.definition in surveys)
            slices.setdefault((cell.definition, cell.period), {})[cell_of(cell)] = state
    return Release(tuple(
        _published(frame, rule_for(frame, known.definitions[at[0]], survey=at[0] in surveys), states)
        for at, states in slices.items()
        for frame in _frames(states, beside[at], known, shares.get(at, ()))
    ))  # fmt: skip


def rule_for(frame: Frame, definition: Definition, *, survey: bool) -> Rule:
    by = [dimension.name for dimension in frame.dimensions if dimension.name != PLACE]
    return rule_of(definition, by, survey=survey)


def _state(said: Said, *, survey: bool) -> State | None:
    if said.secrecy == Secrecy.HIDDEN:
        return HIDDEN
    size = size_of(said, survey=survey)
    return None if size is None or size < 0 or size % 1 else Shown(int(size))


def _frames(
    states: States, beside: Collection[Cell], known: Known, shares: Iterable[Share]
) -> Iterator[Frame]:
    try:
        yield from Group.of_cells(states, beside, known.adding).frames(shares, known.nobody)
    except NotProtectable:
        for cell in states:
            alone = tuple(Dimension.flat(name, [code], total=False) for name, code in cell.codes)
            yield Frame(str(cell), cell.of, cell.period, alone)


def _published(frame: Frame, rule: Rule, states: States) -> PublishedTable:
    held = {codes: states.get(frame.cell(codes)) for codes in frame.places}
    return PublishedTable(
        frame.name, frame.of, frame.period, frame.dimensions, frame.structural, frame.shares,
        states={codes: state for codes, state in held.items() if state is not None},
        threshold=rule.threshold, protection=rule.protection,
    )  # fmt: skip
