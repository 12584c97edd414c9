"""The acts of accounts. None is told publicly: who works for whom is theirs to tell."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.vocabulary import Role
from relais.apps.audit.subjects import Kind, by_slug
from relais.apps.audit.verb import Verb

ROLE = {"role": Role}

INVITED = Verb("person-invited", _("Someone was invited as %(role)s"), is_public=False, labels=ROLE)
REVOKED = Verb("invitation-revoked", _("An invitation as %(role)s was taken back"), is_public=False,
               labels=ROLE)  # fmt: skip
JOINED = Verb("invitation-accepted", _("An invitation as %(role)s was accepted"), is_public=False,
              labels=ROLE)  # fmt: skip
ROLE_GIVEN = Verb("role-given", _("A role was given: %(role)s"), is_public=False, labels=ROLE)
ROLE_TAKEN = Verb("role-taken", _("A role was taken away: %(before_role)s"), is_public=False, labels=ROLE)
DETAILS_CHANGED = Verb("person-changed", _("A person changed their name or language"), is_public=False)
ACCOUNT_CLOSED = Verb("account-closed", _("The account of someone who left was emptied"), is_public=False)
RECOVERED = Verb("second-factor-removed", _("A second factor that someone lost was removed"), is_public=False)
ORGANISATION_MADE = Verb("organisation-made", _("An organisation was added: %(name)s"), is_public=False)
ORGANISATION_CHANGED = Verb("organisation-changed", _("An organisation was corrected: %(name)s"),
                            is_public=False)  # fmt: skip

Kind(
    "organisation",
    pgettext_lazy("thing", "organisation"),
    page="coordination:organisation",
    names=by_slug(Organisation.objects.all, "name"),
)
Kind("person", pgettext_lazy("thing", "person"))
Kind("invitation", pgettext_lazy("thing", "invitation"))
