"""Addresses of this room, in the reader's language. A published address never disappears.

What is fixed stands before the slug of an indicator: no indicator may be called as one of those words.
"""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.observatory import feeds
from relais.apps.observatory.views import (
    calendar,
    chart,
    compare,
    corrections,
    crossed,
    figure,
    files,
    home,
    indicator,
    parenthood,
    places,
    proposals,
    publications,
    releases,
    wanted,
)

app_name = "observatory"

urlpatterns = [
    path(pgettext_lazy("address", "figures/"), home.home, name="home"),
    path(pgettext_lazy("address", "figures/releases/"), releases.releases, name="releases"),
    path(
        pgettext_lazy("address", "figures/releases/<slug:source>/<str:edition>/"), releases.release,
        name="release",
    ),
    path(pgettext_lazy("address", "figures/proposals/"), proposals.proposals, name="proposals"),
    path(pgettext_lazy("address", "figures/proposals/new/"), proposals.propose, name="propose"),
    path(pgettext_lazy("address", "figures/proposals/<int:pk>/"), proposals.proposal, name="proposal"),
    path(pgettext_lazy("address", "figures/proposals/<int:pk>/accept/"), proposals.accept, name="accept"),
    path(pgettext_lazy("address", "figures/proposals/<int:pk>/refuse/"), proposals.refuse, name="refuse"),
    path(pgettext_lazy("address", "figures/compare/"), compare.compare, name="compare"),
    path(pgettext_lazy("address", "figures/places/"), places.places, name="places"),
    path(pgettext_lazy("address", "figures/places/<str:code>/"), places.place, name="place"),
    path(pgettext_lazy("address", "figures/download/"), files.downloads, name="downloads"),
    path(pgettext_lazy("address", "figures/crossed/"), crossed.crossed, name="crossed"),
    path(pgettext_lazy("address", "figures/parenthood/"), parenthood.parenthood, name="parenthood"),
    path(
        pgettext_lazy("address", "figures/parenthood.csv"), parenthood.parenthood_csv, name="parenthood-csv"
    ),
    path(pgettext_lazy("address", "figures/wanted/"), wanted.wanted, name="wanted"),
    path(pgettext_lazy("address", "figures/corrections/"), corrections.corrections, name="corrections"),
    path(pgettext_lazy("address", "figures/calendar/"), calendar.calendar, name="calendar"),
    path(pgettext_lazy("address", "figures/calendar.ics"), calendar.calendar_file, name="calendar-file"),
    path(pgettext_lazy("address", "figures/publications/"), publications.publications, name="publications"),
    path(pgettext_lazy("address", "figures/publications/new/"), publications.publish, name="publish"),
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
    path(pgettext_lazy("address", "figures.atom"), feeds.releases, name="releases-feed"),
    path(pgettext_lazy("address", "figures.<str:suffix>"), files.all_figures, name="figures-file"),
    path(
        pgettext_lazy("address", "figures/<slug:slug>.<str:suffix>"), files.of_indicator,
        name="indicator-file",
    ),
    path(
        pgettext_lazy("address", "figures/<slug:slug>/<slug:definition>.<str:kind>"), chart.chart,
        name="chart",
    ),
    path(
        pgettext_lazy("address", "figures/<slug:slug>/<str:definition>/<str:place>/<str:period>/<str:cut>/"),
        figure.figure, name="figure",
    ),
]  # fmt: skip
