"""Addresses of this room, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.freeze import views

app_name = "freeze"

urlpatterns = [
    path(pgettext_lazy("address", "freezes/"), views.freezes, name="freezes"),
    path(pgettext_lazy("address", "freezes/new/"), views.new_freeze, name="new"),
    path(pgettext_lazy("address", "freezes/compare/"), views.comparison, name="comparison"),
    path(pgettext_lazy("address", "freezes/compare.zip"), views.comparison_file, name="comparison-file"),
    path(pgettext_lazy("address", "freezes/<slug:name>/"), views.freeze, name="freeze"),
    path(pgettext_lazy("address", "freezes/<slug:name>/data.<str:kind>"), views.freeze_file, name="file"),
]
