"""Addresses of the balance, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.faces.report import views

app_name = "report"

urlpatterns = [
    path(pgettext_lazy("address", "balance/"), views.balances, name="balances"),
    path(pgettext_lazy("address", "balance/<slug:name>/"), views.balance, name="balance"),
]
