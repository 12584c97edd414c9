"""The closed lists of consultations."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(TextChoices):
    """What people made of it: prepared, opened, closed. Where it stands today follows from its stages."""

    PREPARATION = "preparation", pgettext_lazy("consultation", "in preparation")
    PUBLISHED = "published", pgettext_lazy("consultation", "published")
    CLOSED = "closed", pgettext_lazy("consultation", "closed")


class StageKind(TextChoices):
    """In the order in which they follow one another."""

    READING = "reading", pgettext_lazy("stage", "the text can be read")
    OPINIONS = "opinions", pgettext_lazy("stage", "opinions can be given")
    ANSWERS = "answers", pgettext_lazy("stage", "the authority answers")
    CLOSED = "closed", pgettext_lazy("stage", "closed")


class Standing(TextChoices):
    """Where a consultation stands on a day; computed, never set."""

    PREPARATION = "preparation", pgettext_lazy("standing", "in preparation")
    COMING = "coming", pgettext_lazy("standing", "coming")
    READING = "reading", pgettext_lazy("standing", "to be read")
    OPEN = "open", pgettext_lazy("standing", "open for opinions")
    PAUSE = "pause", pgettext_lazy("standing", "between two stages")
    ANSWERING = "answering", pgettext_lazy("standing", "the authority answers")
    LATE = "late", pgettext_lazy("standing", "answers are late")
    CLOSED = "closed", pgettext_lazy("standing", "closed")


class ActionPart(TextChoices):
    """The part of an action that a point is about."""

    TITLE = "title", pgettext_lazy("part of an action", "title")
    DESCRIPTION = "description", pgettext_lazy("part of an action", "description")
    DATES = "dates", pgettext_lazy("part of an action", "dates")
    MILESTONES = "milestones", pgettext_lazy("part of an action", "milestones")
    BUDGET = "budget", pgettext_lazy("part of an action", "budget")
    RESULT = "result", pgettext_lazy("part of an action", "expected result")


class Position(TextChoices):
    FOR = "for", pgettext_lazy("position", "for")
    CHANGES = "changes", pgettext_lazy("position", "for, with changes")
    AGAINST = "against", pgettext_lazy("position", "against")
    NONE = "none", pgettext_lazy("position", "no position")


class Giver(TextChoices):
    """What a member of the public says of themselves; nothing else is asked."""

    UNSAID = "unsaid", pgettext_lazy("giver", "not said")
    PARENT = "parent", pgettext_lazy("giver", "parent")
    PROFESSIONAL = "professional", pgettext_lazy("giver", "professional")
    OTHER = "other", pgettext_lazy("giver", "other")


class Moderation(TextChoices):
    WAITING = "waiting", pgettext_lazy("opinion", "waits for a moderator")
    SHOWN = "shown", pgettext_lazy("opinion", "shown")
    HIDDEN = "hidden", pgettext_lazy("opinion", "hidden")


class HiddenReason(TextChoices):
    """Why an opinion that counts is not shown."""

    PERSON = "person", _("it is about a person who can be recognised")
    INSULT = "insult", _("it insults or threatens someone")
    OFF_TOPIC = "off-topic", _("it is not about this point")
    REPEATED = "repeated", _("the same text was sent before")
    ADVERTISING = "advertising", _("it is advertising")


class Verdict(TextChoices):
    """What the authority does with an opinion."""

    ACCEPTED = "accepted", pgettext_lazy("answer to an opinion", "accepted")
    IN_PART = "in-part", pgettext_lazy("answer to an opinion", "accepted in part")
    REJECTED = "rejected", pgettext_lazy("answer to an opinion", "rejected")


LEADS_TO_CHANGE = (Verdict.ACCEPTED, Verdict.IN_PART)
COUNTED = (Moderation.SHOWN, Moderation.HIDDEN)  # what waits may yet be advertising


def needs_more_words(position: str, words: str, wording: str) -> str | Promise | None:
    """What a position still needs before the authority can answer it; None when nothing."""
    if position == Position.CHANGES and not (words or wording):
        return _("Say what should change, or propose another wording.")
    if position == Position.AGAINST and not words:
        return _("Say why you are against: only then can the authority answer.")
    return None
