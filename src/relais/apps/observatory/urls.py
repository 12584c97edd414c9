"""Addresses of this room, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.observatory.views import home, indicator, proposals, releases

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
    path(pgettext_lazy("address", "figures/<slug:slug>/"), indicator.indicator, name="indicator"),
]  # fmt: skip
