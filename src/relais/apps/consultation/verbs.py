"""The acts of this room, in the words of the public change log."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relais.apps.audit.subjects import Kind, by_slug
from relais.apps.audit.verb import Verb
from relais.apps.consultation.models import Consultation
from relais.apps.consultation.vocabulary import HiddenReason, Moderation, Position, Verdict

Kind(
    "consultation",
    pgettext_lazy("thing", "consultation"),
    page="consultation:consultation",
    names=by_slug(Consultation.objects.published, "title"),
)

PREPARED = Verb(
    "consultation-prepared",
    _("%(organisation)s began to prepare the consultation “%(title)s”"),
    is_public=False,
)
EDITED = Verb(
    "consultation-edited", _("%(organisation)s edited a consultation in preparation"), is_public=False
)
STAGES_SET = Verb("stages-set", _("%(organisation)s set the dates of a consultation"), is_public=False)
POINT_ADDED = Verb(
    "point-added", _("%(organisation)s added point %(number)s to a consultation"), is_public=False
)
POINT_EDITED = Verb(
    "point-edited", _("%(organisation)s edited a point of a consultation in preparation"), is_public=False
)
POINT_REMOVED = Verb(
    "point-removed", _("%(organisation)s removed point %(number)s from a consultation"), is_public=False
)
INVITED = Verb(
    "organisations-invited",
    _("%(organisation)s invited organisations to give their opinion"),
    is_public=False,
)
OPENED = Verb("consultation-opened", _("%(organisation)s opened the consultation “%(title)s”"))
DATES_MOVED = Verb(
    "consultation-dates-moved", _("%(organisation)s changed the dates of the consultation “%(title)s”")
)
OPINION_GIVEN = Verb(
    "opinion-given",
    _("%(organisation)s gave its opinion in the consultation “%(title)s”"),
    labels={"position": Position},
)
OPINION_REVISED = Verb(  # its event holds words that no moderator has read
    "opinion-revised",
    _("%(organisation)s revised its opinion in the consultation “%(title)s”"),
    is_public=False,
    labels={"position": Position, "moderation": Moderation, "hidden_reason": HiddenReason},
)
OPINION_SAID = Verb(
    "opinion-said",
    _("A member of the public gave an opinion in the consultation “%(title)s”"),
    is_public=False,
)
OPINION_MODERATED = Verb(
    "opinion-moderated",
    _("%(organisation)s moderated opinion %(opinion)s: %(moderation)s"),
    is_public=False,
    labels={"moderation": Moderation, "hidden_reason": HiddenReason},
)
OPINIONS_IMPORTED = Verb(
    "opinions-imported",
    _("%(organisation)s took opinions from %(platform)s into the consultation “%(title)s”: %(new)s new"),
)
OPINIONS_ANSWERED = Verb(
    "opinions-answered",
    _("%(organisation)s answered opinions in the consultation “%(title)s” (%(count)s): %(verdict)s"),
    labels={"verdict": Verdict},
)
ANSWER_REVISED = Verb(
    "consultation-answer-revised",
    _("%(organisation)s revised an answer in the consultation “%(title)s”"),
    labels={"verdict": Verdict},
)
CHANGE_NOTED = Verb("consultation-change-noted", _("The consultation “%(title)s” led to a change: %(words)s"))
CLOSED = Verb(
    "consultation-closed",
    _("%(organisation)s closed the consultation “%(title)s”: every opinion is answered"),
)
