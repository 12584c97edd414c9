"""A row to the cell it is about: definition, place, period, cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from relais.apps.observatory.files.recipes import Recipe
from relais.apps.observatory.importing.columns import Columns
from relais.apps.observatory.importing.known import Known
from relais.apps.observatory.importing.mending import Mending, Wrong
from relais.apps.observatory.importing.parts import Part, code_of, name_of, when
from relais.core.figures.cube import PLACE, Cell, cut_of


class Cells:
    """Reads the cell of a row. Raises FileProblems when the recipe lacks what every figure has."""

    def __init__(self, recipe: Recipe, known: Known, columns: Columns, mending: Mending) -> None:
        if recipe.definition is None or recipe.place is None:
            mending.refuse(0, "", _("the recipe must say where definition and place stand"))
        if recipe.period is None:
            mending.refuse(0, "period", _("this file does not say of when it is: give the period"))
        self._definition = columns.part(recipe.definition, name_of(recipe.definition, known.definitions))
        self._place = columns.part(
            recipe.place, code_of(PLACE, recipe.place, known.codes.get(PLACE, {}), may_be_total=False)
        )
        self._period = columns.part(recipe.period, when(recipe.period))
        self._cuts = _Cuts(
            {
                name: columns.part(said, code_of(name, said, known.codes.get(name, {}), may_be_total=True))
                for name, said in recipe.dimensions.items()
            }
        )

    def read(self, words: Sequence[str]) -> Cell:
        """Raises Wrong, for the first part that is wrong."""
        definition, place, period, cuts = self._definition, self._place, self._period, self._cuts
        return Cell(
            definition[words[definition.index]], place[words[place.index]], period[words[period.index]],
            cuts[tuple([words[index] for index in cuts.indices])],
        )  # fmt: skip

    def definition(self, words: Sequence[str]) -> str | None:
        """None if it is wrong."""
        try:
            return self._definition[words[self._definition.index]]
        except Wrong:
            return None

    def problems(self, words: Sequence[str]) -> Iterator[Wrong]:
        """Everything that is wrong with the parts of a row."""
        for part in (self._definition, self._place, self._period, *self._cuts.parts.values()):
            try:
                part[words[part.index]]
            except Wrong as error:
                yield error


class _Cuts(dict[tuple[str, ...], str]):
    """The words of all dimensions of a row to its cut: rows are many, cuts are few."""

    def __init__(self, parts: Mapping[str, Part[str]]) -> None:
        super().__init__()
        self.parts = parts
        self.indices = [part.index for part in parts.values()]

    def __missing__(self, words: tuple[str, ...]) -> str:
        said = zip(self.parts.items(), words, strict=True)
        cut = self[words] = cut_of({name: part[word] for (name, part), word in said})
        return cut
