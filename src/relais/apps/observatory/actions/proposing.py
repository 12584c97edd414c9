"""Proposing a release: a file is read, protected and stored; nobody but those who judge sees it yet."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import once, record
from relais.apps.observatory import models as m
from relais.apps.observatory import verbs
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.actions.storing import hide, store
from relais.apps.observatory.permissions import can_propose_release
from relais.apps.observatory.proposals.drafting import Draft, draft, recipe_of
from relais.apps.sheets.loader import keys_by
from relais.core.figures.cube import WrongPeriod, period_of

EDITION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")  # it stands in an address


class SameFile(ValidationError):
    """This very file is here already, as `release`: proposed or accepted. Nothing was done."""

    def __init__(self, release: m.Release) -> None:
        super().__init__(
            _("This file is here already: %(source)s, %(edition)s. Nothing changes."),
            params={"source": release.source.title, "edition": release.edition},
        )
        self.release = release


@contextmanager
def only_trying() -> Iterator[None]:
    """What is done within is undone at its end: a dry run is the real run, and stores nothing."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@transaction.atomic
def propose_release(
    *, recipe: str, name: str, content: bytes, edition: str, published: str | None, by: Who, note: str = "",
    period: str = "", schema: bytes | None = None,
) -> m.Release:  # fmt: skip
    """A file as a release that a second person may accept. `recipe` is the slug of how it is read.

    `period` is for recipes of files that do not say theirs, `schema` a Table Schema that came with the file.
    Raises Refused, SameFile, ValidationError (an edition that is there already, an unknown recipe),
    FileProblems (what is wrong in the file), AlreadyDone.
    """
    require(can_propose_release(by))
    once(by)
    _well_named(edition, published)
    read_by = recipe_of(recipe, period)
    source = _source(read_by.source)
    digest = sha256(content).hexdigest()
    _is_new(source, digest, edition)
    said = draft(name, content, read_by, schema)
    now = timezone.now()
    release = m.Release.objects.create(
        source=source, edition=edition, published=published or None, available_date=timezone.localdate(now),
        recorded_at=now, origin=v.Origin.IMPORTED, state=v.State.PROPOSED, is_whole=read_by.whole,
        recipe=recipe, sha256=digest, is_raw=read_by.raw, note=note, proposed_by=by.acting_for,
        proposer=by.person,
    )  # fmt: skip
    _keep(release, said, name, content)
    facts = {"source": dict(source.title), "edition": edition, "sha256": release.public_sha256}
    record(verbs.RELEASE_PROPOSED, by=by, about=release.subjects, why=note, after=facts)
    return release


def _well_named(edition: str, published: str | None) -> None:
    if not EDITION.fullmatch(edition):
        why = _("Write it with letters, digits, points and hyphens, without blanks.")
        raise ValidationError({"edition": why})
    try:
        period_of(published or "2000")
    except WrongPeriod as error:
        raise ValidationError({"published": str(error)}) from None


def _source(slug: str) -> m.Source:
    """The source, locked: of two who propose at once the second sees what the first did."""
    found = m.Source.objects.select_for_update().filter(slug=slug).first()
    if found is None:
        raise ValidationError(_("The source of this recipe is not loaded yet: run “relais load” first."))
    return found


def _is_new(source: m.Source, digest: str, edition: str) -> None:
    standing = source.releases.exclude(state=v.State.REFUSED).select_related("source")
    if same := standing.filter(sha256=digest).first():
        raise SameFile(same)
    if standing.filter(edition=edition).exists():
        raise ValidationError(
            {"edition": _("This source has an edition of this name already: give the correction its own.")}
        )


def _keep(release: m.Release, said: Draft, name: str, content: bytes) -> None:
    store(said.figures, _definitions(said), release.pk)
    hide(said.hidden, said.rule, release)
    m.Outline.objects.bulk_create(
        m.Outline(release=release, place=place, geometry=shape) for place, shape in said.outlines.items()
    )
    m.KeptFile.objects.create(release=release, name=name[:200], content=gzip.compress(content, 3, mtime=0))


def _definitions(said: Draft) -> dict[str, int]:
    """Slug to key. The files may be ahead of what was loaded."""
    known = keys_by(m.Definition, "slug")
    unknown = sorted({cell.definition for cell in said.figures} - set(known))
    if unknown:
        raise ValidationError(
            _("Not loaded yet: %(names)s. Run “relais load” first.") % {"names": ", ".join(unknown)}
        )
    return known
