"""Addresses of accounts, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.accounts import views

app_name = "accounts"

urlpatterns = [
    path(pgettext_lazy("address", "me/"), views.me, name="me"),
]
