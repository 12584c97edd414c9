"""Addresses of the balance, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.faces.report import views

app_name = "report"

urlpatterns = [
    path(pgettext_lazy("address", "balance/"), views.balances, name="balances"),
    path(pgettext_lazy("address", "balance/<slug:name>/"), views.chapter, {"slug": "overview"}, "balance"),
    path(
        pgettext_lazy("address", "balance/<slug:name>/themes/<int:number>/"),
        views.chapter,
        {"slug": "theme"},
        "theme",
    ),
    path(
        pgettext_lazy("address", "balance/<slug:name>/silent/"), views.chapter, {"slug": "silent"}, "silent"
    ),
    path(
        pgettext_lazy("address", "balance/<slug:name>/blocked/"),
        views.chapter,
        {"slug": "blocked"},
        "blocked",
    ),
    path(
        pgettext_lazy("address", "balance/<slug:name>/changes/"),
        views.chapter,
        {"slug": "changes"},
        "changes",
    ),
    path(
        pgettext_lazy("address", "balance/<slug:name>/data-wanted/"),
        views.chapter,
        {"slug": "wanted"},
        "wanted",
    ),
    path(
        pgettext_lazy("address", "balance/<slug:name>/since-2016/"),
        views.chapter,
        {"slug": "since-2016"},
        "since-2016",
    ),
    path(
        pgettext_lazy("address", "balance/<slug:name>/how-it-was-made/"),
        views.chapter,
        {"slug": "method"},
        "method",
    ),
    path(pgettext_lazy("address", "balance/<slug:name>/balance.pdf"), views.paper, name="paper"),
]
