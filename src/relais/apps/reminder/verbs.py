"""The acts of the reminder room. None is public: they concern one person."""

from django.utils.translation import gettext_lazy as _

from relais.apps.audit.verb import Verb

MAILS_CHOSEN = Verb("mails-chosen", _("Someone chose which mails they get"), is_public=False)
CALENDAR_OPENED = Verb("calendar-opened", _("Someone made an address for their calendar"), is_public=False)
CALENDAR_CLOSED = Verb("calendar-closed", _("Someone ended the address of their calendar"), is_public=False)
