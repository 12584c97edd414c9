"""Addresses of this room, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.observatory.views import crossed, home, indicator

app_name = "observatory"

urlpatterns = [
    path(pgettext_lazy("address", "figures/"), home.home, name="home"),
    path(pgettext_lazy("address", "figures/crossed/"), crossed.crossed, name="crossed"),
    path(pgettext_lazy("address", "figures/<slug:slug>/"), indicator.indicator, name="indicator"),
]
