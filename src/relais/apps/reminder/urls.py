"""Addresses of this room, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.reminder import feeds, views

app_name = "reminder"

urlpatterns = [
    path(pgettext_lazy("address", "tasks/"), views.desk, name="desk"),
    path(pgettext_lazy("address", "mails/"), views.mails, name="mails"),
    path(pgettext_lazy("address", "mails/calendar/"), views.calendar_key, name="calendar-key"),
    path(pgettext_lazy("address", "mails/stop/<str:token>"), views.stop, name="stop"),
    path(pgettext_lazy("address", "dates.ics"), views.public_calendar, name="calendar"),
    path(pgettext_lazy("address", "dates/<str:secret>.ics"), views.own_calendar, name="own-calendar"),
    path(pgettext_lazy("address", "changes.atom"), feeds.changes, name="changes"),
]
