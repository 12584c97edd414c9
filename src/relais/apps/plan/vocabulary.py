"""The closed lists of the plan: kinds, levels of power, means. A new value is a decision."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MeasureKind(TextChoices):
    PRIORITY = "priority", _("Priority")
    RECOMMENDATION = "recommendation", _("Recommendation")


class Level(TextChoices):
    """Who has the power to act on a measure."""

    REGION = "region", _("Brussels-Capital Region")
    FEDERAL = "federal", _("Federal state")
    FRENCH_COMMUNITY = "french-community", _("French Community")
    FLEMISH_COMMUNITY = "flemish-community", _("Flemish Community")
    GGC_COCOM = "ggc-cocom", _("Common Community Commission")
    COCOF = "cocof", _("French Community Commission")
    VGC = "vgc", _("Flemish Community Commission")
    MUNICIPALITIES = "municipalities", _("Municipalities and their social welfare centres")


class Means(TextChoices):
    """What a measure asks for."""

    INFORMATION = "information", _("Information")
    SERVICE = "service", _("Service")
    MONEY = "money", _("Money")
    RULE = "rule", _("Rule")
    STUDY = "study", _("Study")
    DATA = "data", _("Data")
    INFRASTRUCTURE = "infrastructure", _("Infrastructure")
    TRAINING = "training", _("Training")
    CAMPAIGN = "campaign", _("Campaign")


class ActorKind(TextChoices):
    GOVERNMENT = "government", _("Government")
    PUBLIC_BODY = "public-body", _("Public body")
    ADMINISTRATION = "administration", _("Administration")
    MUNICIPAL_NETWORK = "municipal-network", _("Municipal network")
    SERVICE_NETWORK = "service-network", _("Network of services")
    FEDERATION = "federation", _("Federation")
    ASSOCIATION = "association", _("Association")
    RESEARCH = "research", _("Research and observation")
    ADVISORY_COUNCIL = "advisory-council", _("Advisory council")
    SOCIAL_PARTNER = "social-partner", _("Social partners")
    INFORMATION_SERVICE = "information-service", _("Information service")
    TRANSPORT_OPERATOR = "transport-operator", _("Transport operator")
    GENERIC_GROUP = "generic-group", _("Group without a single address")


class ActorLevel(TextChoices):
    """Where an actor belongs."""

    REGION = "region", _("Brussels-Capital Region")
    FEDERAL = "federal", _("Federal state")
    INTERFEDERAL = "interfederal", _("Federal state and federated entities together")
    FRENCH_COMMUNITY = "french-community", _("French Community")
    FLEMISH_COMMUNITY = "flemish-community", _("Flemish Community")
    COMMUNITY = "community", _("French and Flemish Communities")
    GGC_COCOM = "ggc-cocom", _("Common Community Commission")
    COCOF = "cocof", _("French Community Commission")
    VGC = "vgc", _("Flemish Community Commission")
    MUNICIPALITIES = "municipalities", _("Municipalities")
    CIVIL_SOCIETY = "civil-society", _("Civil society")


class LaterKind(TextChoices):
    RENAMED = "renamed", _("renamed")
    MERGED = "merged", _("merged into")
    BRAND = "brand", _("now known to the public as")


class Aftermath(TextChoices):
    """What came of something that was proposed before."""

    HAPPENED = "happened", pgettext_lazy("aftermath", "happened")
    CARRIED_OVER = "carried-over", pgettext_lazy("aftermath", "carried over into a later plan")
    DID_NOT_HAPPEN = "did-not-happen", pgettext_lazy("aftermath", "did not happen")


class LinkKind(TextChoices):
    """How one measure bears on another. The order is the order of pages and tables."""

    REQUIRES = "requires", pgettext_lazy("link", "requires")
    ENABLES = "enables", pgettext_lazy("link", "enables")
    REINFORCES = "reinforces", pgettext_lazy("link", "reinforces")
    REFINES = "refines", pgettext_lazy("link", "refines")
    REPEATS = "repeats", pgettext_lazy("link", "repeats")
    COMPETES = "competes", pgettext_lazy("link", "competes with")
    SEE_ALSO = "see-also", pgettext_lazy("link", "see also")


class Origin(TextChoices):
    ADVICE = "advice", _("the advice says it")
    EDITORIAL = "editorial", _("editorial")


class Confidence(TextChoices):
    HIGH = "high", pgettext_lazy("confidence", "high")
    MEDIUM = "medium", pgettext_lazy("confidence", "medium")
    LOW = "low", pgettext_lazy("confidence", "low")


class DocumentKind(TextChoices):
    ADVICE = "advice", _("Advice")
    PLAN = "plan", _("Plan")
    STRATEGY = "strategy", _("Strategy")
    STUDY = "study", _("Study")
    REPORT = "report", _("Report")
    STATISTICS = "statistics", _("Statistics")
    LAW = "law", _("Law")
    WEBSITE = "website", _("Website")


class Known(TextChoices):
    """How much of a document could be read."""

    WHOLE = "whole", _("read whole")
    PART = "part", _("known in part")
    REFERENCE = "reference", _("known by reference only")


class AnswerKind(TextChoices):
    ANSWERS = "answers", _("answers")
    ANSWERS_IN_PART = "answers-in-part", _("answers in part")
