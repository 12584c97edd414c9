"""Addresses of this room, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.reminder import views

app_name = "reminder"

urlpatterns = [
    path(pgettext_lazy("address", "tasks/"), views.desk, name="desk"),
]
