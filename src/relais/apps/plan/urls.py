"""Addresses of the plan, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.plan import views

app_name = "plan"


urlpatterns = [
    path(pgettext_lazy("address", "themes/"), views.themes, name="themes"),
    path(pgettext_lazy("address", "themes/<int:number>/"), views.theme, name="theme"),
    path(pgettext_lazy("address", "measures/"), views.measures, name="measures"),
    path(pgettext_lazy("address", "measures/<int:number>/"), views.measure, name="measure"),
    path(pgettext_lazy("address", "actors/"), views.actors, name="actors"),
    path(pgettext_lazy("address", "actors/<slug:slug>/"), views.actor, name="actor"),
    path(pgettext_lazy("address", "chain/"), views.chain, name="chain"),
    path(pgettext_lazy("address", "documents/"), views.documents, name="documents"),
    path(pgettext_lazy("address", "documents/<slug:slug>/"), views.document, name="document"),
    path(pgettext_lazy("address", "demands/"), views.demands, name="demands"),
    path(pgettext_lazy("address", "glossary/"), views.glossary, name="glossary"),
    path(pgettext_lazy("address", "download/"), views.download, name="download"),
    path(pgettext_lazy("address", "download/plan.<str:kind>"), views.plan_file, name="plan-file"),
]
