"""Addresses of this room, in the reader's language. A published address never disappears.

What is fixed stands before the slug of an indicator: no indicator may be called as one of those words.
"""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.observatory.views import chart, compare, home, indicator, places

app_name = "observatory"

urlpatterns = [
    path(pgettext_lazy("address", "figures/"), home.home, name="home"),
    path(pgettext_lazy("address", "figures/compare/"), compare.compare, name="compare"),
    path(pgettext_lazy("address", "figures/places/"), places.places, name="places"),
    path(pgettext_lazy("address", "figures/places/<str:code>/"), places.place, name="place"),
    path(pgettext_lazy("address", "figures/<slug:slug>/"), indicator.indicator, name="indicator"),
    path(pgettext_lazy("address", "figures/<slug:slug>/<slug:definition>.<str:kind>"), chart.chart, name="chart"),
]
