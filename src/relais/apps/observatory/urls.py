"""Addresses of this room, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.observatory.views import files, home, indicator

app_name = "observatory"

urlpatterns = [
    path(pgettext_lazy("address", "figures/"), home.home, name="home"),
    path(pgettext_lazy("address", "figures/<slug:slug>/"), indicator.indicator, name="indicator"),
    path(pgettext_lazy("address", "figures.<str:suffix>"), files.all_figures, name="figures-file"),
    path(
        pgettext_lazy("address", "figures/<slug:slug>.<str:suffix>"), files.of_indicator,
        name="indicator-file",
    ),
]  # fmt: skip
