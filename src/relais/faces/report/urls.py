"""Addresses of the balance, in the reader's language. A published address never disappears."""

from django.urls import URLPattern

app_name = "report"

urlpatterns: list[URLPattern] = []
