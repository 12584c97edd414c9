"""Shares, recomputed from what they are shares of."""

from __future__ import annotations

from collections.abc import Iterator

from relais.core.figures.audit.figure import Figure, Figures, Finding, Kind, rounding_of, value_of
from relais.core.figures.cube import cut_of, parts_of


def shares(figures: Figures) -> Iterator[Finding]:
    """Every share that is not its numerator ÷ its denominator, to the decimals that were printed."""
    for figure in figures.every:
        found = parts(figures, figure)
        if found is None:
            continue
        above, below = found
        whole, part = value_of(below), value_of(above)
        if not whole:
            continue
        computed = 100 * part / whole
        slack = figure.rounding + 100 * (rounding_of(above) + computed / 100 * rounding_of(below)) / whole
        if abs(computed - figure.value) > slack + 1e-9:
            yield Finding(
                Kind.SHARE, figure.source, figure.definition, figure.place, figure.period, figure.cut,
                figure.value, computed, tuple(dict.fromkeys(each.id for each in (figure, *above, *below))),
            )  # fmt: skip


def parts(figures: Figures, share: Figure) -> tuple[list[Figure], list[Figure]] | None:
    """Numerator and denominator of a share, as the same source says them; None when it does not."""
    meaning = figures.meanings[share.definition]
    if meaning.numerator is None or meaning.denominator is None:
        return None
    codes = parts_of(share.cut)
    below = cut_of({name: code for name, code in codes.items() if name != meaning.share_of})
    at = share.source, share.place, share.period
    above_found = _whole(figures, at, meaning.numerator, share.cut)
    below_found = _whole(figures, at, meaning.denominator, below)
    return (above_found, below_found) if above_found and below_found else None


def _whole(figures: Figures, at: tuple[str, str, str], definition: str, cut: str) -> list[Figure]:
    source, place, period = at
    return figures.whole(source, definition, place, period, cut)
