"""What each row of a file of opinions would do, before anything is written; or why it cannot be taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.consultation.models import Consultation, Opinion, Point
from relais.apps.consultation.sheet import LONGEST, MAY_CHANGE, ONLY_READ, cells_of
from relais.apps.consultation.vocabulary import Giver, Position, needs_more_words
from relais.apps.sheets.formulas import unguarded
from relais.apps.sheets.incoming import Row
from relais.apps.sheets.verdicts import Judgement, Outcome, Verdict, compared, refused
from relais.core.texts.text import LANGUAGES


class Unfit(Exception):
    """Why a row cannot be taken."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row with its verdict; `fields` are those of the opinion to make (or of `opinion`, to change)."""

    verdict: Verdict
    point: Point | None = None
    opinion: Opinion | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)


def judged(consultation: Consultation, rows: Iterable[Row], today: dt.date) -> list[Wanted]:
    """What each row would do, in order. Four queries, whatever the rows."""
    return Judge(consultation, today).judge(rows)


def judgement(wanted: Iterable[Wanted]) -> Judgement:
    return Judgement([each.verdict for each in wanted])


class Judge:
    """What is kept now, to compare rows with."""

    def __init__(self, consultation: Consultation, today: dt.date) -> None:
        kept = list(Opinion.objects.of(consultation).whole())
        self.today = today
        self.points = {str(point.number): point for point in consultation.points.all()}
        self.by_name = {opinion.anchor: opinion for opinion in kept}
        self.by_reference = {(o.point.number, o.platform, o.reference): o for o in kept if o.platform}
        self.heard = {(o.point.number, o.organisation.slug) for o in kept if o.organisation}
        self.organisations = {o.slug: o for o in Organisation.objects.exclude(pk=consultation.authority_id)}

    def judge(self, rows: Iterable[Row]) -> list[Wanted]:
        """Each row with its verdict; the second of two rows of one opinion is refused."""
        seen: set[str] = set()
        found = []
        for row in rows:
            cells = {name: unguarded(cell) for name, cell in row.cells.items()}
            name = cells.get("opinion") or "/".join(
                cells[part] for part in ("platform", "point", "reference")
            )
            try:
                if name in seen:
                    raise Unfit(_("This opinion stands in the file twice."))
                found.append(self._judge(row.place, name, cells))
            except Unfit as why:
                found.append(Wanted(refused(row.place, name, str(why))))
            seen.add(name)
        return found

    def _judge(self, place: int, name: str, cells: dict[str, str]) -> Wanted:
        point = self.points.get(cells["point"])
        if point is None:
            raise Unfit(_("There is no point “%(point)s”.") % {"point": cells["point"]})
        if cells.get("given_date"):
            cells["given_date"] = self._day(cells["given_date"]).isoformat()
        kept = self._kept(point, cells)
        if kept and not cells.get("opinion"):
            cells.pop("opinion", None)
        verdict = compared(place, name, cells, cells_of(kept) if kept else None)
        if verdict.outcome == Outcome.UNCHANGED:
            return Wanted(verdict)
        if kept:
            self._refuse_change(kept, {difference.column for difference in verdict.differences})
        else:
            self._refuse_new(point, cells)
        return Wanted(verdict, point, kept, self._fields(cells, kept))

    def _kept(self, point: Point, cells: Mapping[str, str]) -> Opinion | None:
        if name := cells.get("opinion"):
            if name not in self.by_name:
                raise Unfit(_("There is no opinion “%(name)s” here.") % {"name": name})
            return self.by_name[name]
        if not (cells["platform"] and cells["reference"]):
            raise Unfit(_("A new opinion names its platform and what it is called there."))
        return self.by_reference.get((point.number, cells["platform"], cells["reference"]))

    def _refuse_change(self, kept: Opinion, columns: set[str]) -> None:
        if not kept.platform:
            raise Unfit(_("It was given here: only who gave it can change it."))
        if fixed := columns - MAY_CHANGE:
            raise Unfit(_("A file cannot change this: %(names)s.") % {"names": ", ".join(sorted(fixed))})
        if kept.answer:
            raise Unfit(_("It was answered already."))

    def _refuse_new(self, point: Point, cells: Mapping[str, str]) -> None:
        if given := [name for name in ONLY_READ if cells.get(name)]:
            raise Unfit(
                _("These cells of a new opinion stay empty: %(names)s.") % {"names": ", ".join(given)}
            )
        slug = cells.get("organisation", "")
        if slug and slug not in self.organisations:
            raise Unfit(_("There is no organisation “%(slug)s” that may give an opinion.") % {"slug": slug})
        if (point.number, slug) in self.heard:
            raise Unfit(_("This organisation gave its opinion on this point already."))
        if slug:
            self.heard.add((point.number, slug))

    def _fields(self, cells: Mapping[str, str], kept: Opinion | None) -> dict[str, Any]:
        now = {**(cells_of(kept) if kept else {}), **cells}
        for name, longest in LONGEST.items():
            if len(now.get(name, "")) > longest:
                raise Unfit(
                    _("The cell %(name)s is longer than %(n)s characters.") % {"name": name, "n": longest}
                )
        slug = now.get("organisation", "")
        fields: dict[str, Any] = {
            "position": _one_of("position", now["position"], Position.values),
            "words": now.get("words", ""),
            "wording": now.get("wording", ""),
            "language": _one_of("language", now.get("language", ""), LANGUAGES),
            "given_date": self._day(now.get("given_date", "")),
            "giver": None if slug else _one_of("giver", now.get("giver") or Giver.UNSAID, Giver.values),
        }
        if slug and now.get("giver"):
            raise Unfit(_("An organisation has no kind of giver."))
        if why := needs_more_words(fields["position"], fields["words"], fields["wording"]):
            raise Unfit(str(why))
        fields |= {"platform": now["platform"], "reference": now["reference"]}
        if kept is None:
            fields["organisation"] = self.organisations[slug] if slug else None
        return fields

    def _day(self, written: str) -> dt.date:
        for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"):
            try:
                day = dt.datetime.strptime(written, form).date()
            except ValueError:
                continue
            if day > self.today:
                raise Unfit(_("The date %(date)s is still to come.") % {"date": written})
            return day
        raise Unfit(_("“%(date)s” is not a date: write 2026-03-02.") % {"date": written})


def _one_of(name: str, value: str, values: Iterable[str]) -> str:
    if value not in (known := list(values)):
        said = {"name": name, "value": value, "known": ", ".join(known)}
        raise Unfit(_("The cell %(name)s says “%(value)s”; it may be: %(known)s.") % said)
    return value
