"""Addresses of this room, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.observatory.views import (
    calendar,
    corrections,
    home,
    indicator,
    parenthood,
    publications,
    wanted,
)

app_name = "observatory"

urlpatterns = [
    path(pgettext_lazy("address", "figures/"), home.home, name="home"),
    path(pgettext_lazy("address", "figures/parenthood/"), parenthood.parenthood, name="parenthood"),
    path(
        pgettext_lazy("address", "figures/parenthood.csv"), parenthood.parenthood_csv, name="parenthood-csv"
    ),
    path(pgettext_lazy("address", "figures/wanted/"), wanted.wanted, name="wanted"),
    path(pgettext_lazy("address", "figures/corrections/"), corrections.corrections, name="corrections"),
    path(pgettext_lazy("address", "figures/calendar/"), calendar.calendar, name="calendar"),
    path(pgettext_lazy("address", "figures/calendar.ics"), calendar.calendar_file, name="calendar-file"),
    path(pgettext_lazy("address", "figures/publications/"), publications.publications, name="publications"),
    path(
        pgettext_lazy("address", "figures/publications/<int:year>/"),
        publications.publication,
        name="publication",
    ),
    path(
        pgettext_lazy("address", "figures/publications/<int:year>/data.<str:kind>"),
        publications.publication_file,
        name="publication-file",
    ),
    path(pgettext_lazy("address", "figures/<slug:slug>/"), indicator.indicator, name="indicator"),
]
