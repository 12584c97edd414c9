"""How a producer’s file is read: `data/observatory/imports/<slug>.yaml`, one file for each kind of file."""

from __future__ import annotations

from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import Field, model_validator

from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.files.shapes import Key
from relais.core.figures.cube import WrongPeriod, period_of
from relais.core.texts.schema import Name, Shape, Slug, one_of

Words = Annotated[str, Field(min_length=1)]


class From(Shape):
    """Where a part of a figure stands: in a column, or nowhere because it is one word for the whole file.

    The words of a column are codes of ours, or are turned into them by `codes`, then by the list of codes
    that `elsewhere` of dimensions.yaml knows under this name. A word that neither knows is refused.
    """

    column: Words | None = None
    fixed: Words | None = None
    codes: dict[str, str] = {}
    elsewhere: str | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> From:
        if (self.column is None) == (self.fixed is None):
            raise ValueError("say either column or fixed")
        if self.fixed is not None and (self.codes or self.elsewhere):
            raise ValueError("what is fixed is written as our own code: leave out codes and elsewhere")
        return self


class When(From):
    """Of when a figure is. `day` makes a day of a year: “01-01” for what is counted on 1 January."""

    day: Annotated[str, Field(pattern=r"^\d{2}-\d{2}$")] | None = None


class Unpivot(Shape):
    """A wide table made long: `keep` stays as it is, `skip` is passed over, every other column is figures.

    What stands in its header (one name in `headers` for each row of it) becomes columns of those names, and
    the figure itself the column `value`.
    """

    keep: Annotated[list[Words], Field(min_length=1)]
    skip: list[Words] = []
    headers: Annotated[list[Words], Field(min_length=1)]


class Recipe(Shape):
    """One kind of file of one source.

    `whole`: what an edition no longer says is gone. `raw`: its numbers must be protected before they are
    published; `nobody` are codes that exclude one another (fathers under ten), where a zero tells nothing.
    `only` passes over the rows whose column has another word. `missing` and `hidden` are words that stand for
    a value, `marks` are signs behind one, with the quality that each means; `decimals` is how many to show
    where a program wrote more. A recipe without `period` needs the person who imports to say it.
    Of a workbook, `sheet` is read from under the rows `header`, until one that begins with the words `until`.
    A recipe of GeoJSON without `definition` reads outlines alone.
    """

    name: Name
    source: Slug
    format: Annotated[str, one_of(v.Format)]
    whole: bool = False
    raw: bool = False
    nobody: list[Annotated[dict[Key, Words], Field(min_length=1)]] = []
    sheet: Words | None = None
    header: Annotated[list[Annotated[int, Field(ge=1)]], Field(min_length=1)] = [1]
    until: Words | None = None
    unpivot: Unpivot | None = None
    only: dict[Words, list[str]] = {}
    decimal: Annotated[str, Field(pattern=r"^[.,]$")] = "."
    thousands: Annotated[str, Field(pattern=r"^[., '’\u00a0\u202f]$")] | None = None
    missing: list[str] = [":"]
    hidden: list[str] = []
    marks: dict[Words, Annotated[str, one_of(v.Quality)]] = {}
    definition: From | None = None
    place: From | None = None
    period: When | None = None
    dimensions: dict[Key, From] = {}
    value: Words = "value"
    decimals: Annotated[int, Field(ge=0, le=6)] | None = None
    low: Words | None = None
    high: Words | None = None
    answers: Words | None = None
    unit: From | None = None
    quality: From | None = None
    secrecy: From | None = None
    printed: Words | None = None
    note: From | None = None

    @model_validator(mode="after")
    def _signs_differ(self) -> Recipe:
        if self.decimal == self.thousands:
            raise ValueError("decimal and thousands cannot be the same sign")
        return self

    def of(self, period: str) -> Recipe:
        """This recipe for a file that is about `period`, as the person who imports it says.

        Raises ValueError for what is no period, or if the recipe reads the period from the file.
        """
        if self.period is not None:
            raise ValueError(_("This recipe reads the period from the file: do not say another."))
        try:
            return self.model_copy(update={"period": When(fixed=period_of(period).code)})
        except WrongPeriod:
            raise ValueError(_("A period is written 2019, 2019-Q1, 2019-01 or 2019-01-01.")) from None
