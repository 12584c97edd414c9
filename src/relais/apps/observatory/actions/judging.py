"""Accepting a release, or refusing it: always another person than who proposed it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import once, record
from relais.apps.audit.verb import Verb
from relais.apps.observatory import models as m
from relais.apps.observatory import verbs
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.auditing import together
from relais.apps.observatory.loader import find, settle
from relais.apps.observatory.permissions import can_judge_release


@transaction.atomic
def accept_release(*, release: m.Release, by: Who, why: str = "") -> None:
    """From today on its figures count, and are public; what they supersede stays to be seen “as of” before.

    The day is that of acceptance and not that of publication: else a page “as of” last month would show
    tomorrow what it did not show last month. Raises Refused, ValidationError, AlreadyDone.
    """
    found = _locked(release, by)
    if found.is_raw and _was_overtaken(found):
        raise ValidationError(
            _("Since it was proposed, other figures were accepted that it was not protected against. "
              "Refuse it, and propose the file again.")
        )  # fmt: skip
    _judge(found, v.State.ACCEPTED, by)
    settle(found.source_id)
    find(together(found.observations.values_list("definition__slug", flat=True).distinct()))
    _note(verbs.RELEASE_ACCEPTED, found, by, why)


@transaction.atomic
def refuse_release(*, release: m.Release, by: Who, why: str) -> None:
    """It never counts. Its row stays, with the hash; its figures and its file are removed.

    The file may be mended, or sent again as it was. Raises Refused, ValidationError (no reason), AlreadyDone.
    """
    found = _locked(release, by)
    if not why.strip():
        raise ValidationError({"why": _("Say why it is refused.")})
    _judge(found, v.State.REFUSED, by)
    found.observations.all().delete()
    found.outlines.all().delete()
    m.KeptFile.objects.filter(release=found).delete()
    _note(verbs.RELEASE_REFUSED, found, by, why)


def _locked(release: m.Release, by: Who) -> m.Release:
    """The release as it is now, while nobody else judges any: what is current is rebuilt by one at a time."""
    list(m.Source.objects.select_for_update().order_by("pk").values("pk"))
    found = m.Release.objects.select_related("source").get(pk=release.pk)
    require(can_judge_release(by, found))
    once(by)
    if found.state != v.State.PROPOSED:
        raise ValidationError(_("It was accepted or refused already."))
    return found


def _was_overtaken(release: m.Release) -> bool:
    """Whether anything about its definitions was accepted since it was protected."""
    since = m.Release.objects.accepted().filter(judged_at__gte=release.recorded_at)
    definitions = release.observations.values("definition").distinct()
    return m.Observation.objects.filter(release__in=since, definition__in=definitions).exists()


def _judge(release: m.Release, state: v.State, by: Who) -> None:
    now = timezone.now()
    judged = {"state": state, "judged_by": by.acting_for, "judged_at": now}
    m.Release.objects.filter(pk=release.pk).update(available_date=timezone.localdate(now), **judged)


def _note(verb: Verb, release: m.Release, by: Who, why: str) -> None:
    title, digest = dict(release.source.title), release.public_sha256
    facts = {"source": title, "edition": release.edition, "sha256": digest}
    record(verb, by=by, about=release.subjects, after=facts, why=why)
