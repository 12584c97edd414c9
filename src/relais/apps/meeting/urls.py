"""Addresses of this room, in the reader's language. A published address never disappears."""

from django.urls import URLPattern

app_name = "meeting"

urlpatterns: list[URLPattern] = []
