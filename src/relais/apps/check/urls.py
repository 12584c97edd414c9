"""Addresses of this room, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.check import views

app_name = "check"

urlpatterns = [
    path(pgettext_lazy("address", "rights/"), views.rights, name="rights"),
    path(pgettext_lazy("address", "rights/<slug:name>/"), views.right, name="right"),
]
