"""Making an organisation, and correcting what it is called."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from relais.apps.accounts import verbs
from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import can_manage_organisations, require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change, record
from relais.apps.languages.fields import LocalText
from relais.core.texts.text import Text


@transaction.atomic
def make_organisation(
    *, name: Text, by: Who, url: str | None = None, slug: str = "", is_fictional: bool = False
) -> Organisation:
    """A new organisation; its slug comes from its name unless it is given, and never changes.

    Raises Refused; ValidationError when there is one with that slug.
    """
    require(can_manage_organisations(by))
    slug = slug or slugify(LocalText(name).said("nl").words)[:80]
    if not slug:
        raise ValidationError(_("The name needs letters or digits."))
    if Organisation.objects.filter(slug=slug).exists():
        raise ValidationError(_("There is an organisation with this name already."))
    made = Organisation.objects.create(
        slug=slug, name=LocalText(name), url=url or None, is_fictional=is_fictional
    )
    record(verbs.ORGANISATION_MADE, by=by, about=made.subjects, after={"name": name, "url": made.url})
    return made


def change_organisation(
    *, organisation: Organisation, name: Text, url: str | None, seen: int, by: Who, why: str = ""
) -> None:
    """Correct the name or the web address. Raises Refused, and Conflict when someone was first."""
    require(can_manage_organisations(by))
    change(organisation, verbs.ORGANISATION_CHANGED, by=by, seen=seen, why=why, also={"name": name},
           name=LocalText(name), url=url or None)  # fmt: skip
