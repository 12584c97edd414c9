"""The closed lists of the yearly round. “Unknown” and “nothing” are answers; no answer is silence."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Question(TextChoices):
    """The five that parliament asks every year, in its order."""

    DONE = "done", _("What was done?")
    SPENT = "spent", _("What was spent?")
    WORKED = "worked", _("Who worked on it?")
    STALLED = "stalled", _("What did not start, and why?")
    NEXT = "next", _("What comes next?")


class Answer(TextChoices):
    """How a question was answered. Blank in the table: it was not."""

    TOLD = "told", pgettext_lazy("answer", "told in words")
    NOTHING = "nothing", pgettext_lazy("answer", "nothing")
    UNKNOWN = "unknown", pgettext_lazy("answer", "not known")


class ReportState(TextChoices):
    """What people did with a report."""

    DRAFT = "draft", pgettext_lazy("report", "draft")
    SUBMITTED = "submitted", pgettext_lazy("report", "submitted")
    RETURNED = "returned", pgettext_lazy("report", "returned with a note")
    VALIDATED = "validated", pgettext_lazy("report", "validated")


class Standing(TextChoices):
    """The state, or what its absence means today: a draft is silence once the due date has passed."""

    VALIDATED = ReportState.VALIDATED.value, ReportState.VALIDATED.label
    SUBMITTED = ReportState.SUBMITTED.value, ReportState.SUBMITTED.label
    RETURNED = ReportState.RETURNED.value, ReportState.RETURNED.label
    AWAITED = "awaited", pgettext_lazy("report", "awaited")
    SILENT = "silent", pgettext_lazy("report", "silent")


TONES = {
    Standing.VALIDATED: "good",
    Standing.SUBMITTED: "waiting",
    Standing.RETURNED: "waiting",
    Standing.AWAITED: "plain",
    Standing.SILENT: "unknown",
}


class Voice(TextChoices):
    """Who speaks: never both in one statement."""

    OWNER = "owner", _("The owner says")
    OBSERVER = "observer", _("The observer says")


class Activity(TextChoices):
    """A judgement of what was done; it says nothing of what changed."""

    UNKNOWN = "unknown", pgettext_lazy("activity", "cannot be judged")
    NOTHING = "nothing", pgettext_lazy("activity", "nothing was done")
    LESS = "less", pgettext_lazy("activity", "less than planned")
    PLANNED = "planned", pgettext_lazy("activity", "as planned")
    MORE = "more", pgettext_lazy("activity", "more than planned")


class Effect(TextChoices):
    """A judgement of what changed for families; it says nothing of how hard anyone worked."""

    UNKNOWN = "unknown", pgettext_lazy("effect", "cannot be judged")
    WORSE = "worse", pgettext_lazy("effect", "families are worse off")
    NONE = "none", pgettext_lazy("effect", "no change for families")
    SOME = "some", pgettext_lazy("effect", "some change for families")
    CLEAR = "clear", pgettext_lazy("effect", "a clear change for families")


class MediaType(TextChoices):
    """Files that evidence may be. What a file is, its content says; never its name."""

    PDF = "application/pdf", "PDF"
    PNG = "image/png", "PNG"
    JPEG = "image/jpeg", "JPEG"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"
    ODT = "application/vnd.oasis.opendocument.text", "ODT"
    ODS = "application/vnd.oasis.opendocument.spreadsheet", "ODS"
    CSV = "text/csv", "CSV"
    TXT = "text/plain", "TXT"
