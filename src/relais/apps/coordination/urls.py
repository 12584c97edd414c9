"""Addresses of this room, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.coordination.views import actions, asking, blocking, byfile, editing, organisations

app_name = "coordination"

urlpatterns = [
    path(pgettext_lazy("address", "asked/"), asking.asks, name="asks"),
    path(pgettext_lazy("address", "asked/new/"), asking.ask_new, name="ask-new"),
    path(pgettext_lazy("address", "asked/<int:pk>/"), asking.ask, name="ask"),
    path(pgettext_lazy("address", "asked/<int:pk>/answer/"), asking.answer, name="ask-answer"),
    path(pgettext_lazy("address", "asked/<int:pk>/again/"), asking.again, name="ask-again"),
    path(pgettext_lazy("address", "asked/<int:pk>/withdraw/"), asking.withdraw, name="ask-withdraw"),
    path(pgettext_lazy("address", "load/"), organisations.load, name="load"),
    path(pgettext_lazy("address", "organisations/"), organisations.organisations, name="organisations"),
    path(
        pgettext_lazy("address", "organisations/<slug:slug>/"),
        organisations.organisation,
        name="organisation",
    ),
    path(pgettext_lazy("address", "mandates/"), organisations.mandates, name="mandates"),
    path(pgettext_lazy("address", "mandates/<int:pk>/end/"), organisations.mandate_end, name="mandate-end"),
    path(pgettext_lazy("address", "held-up/"), blocking.held_up, name="held-up"),
    path(pgettext_lazy("address", "what-if/"), blocking.what_if, name="what-if"),
    path(pgettext_lazy("address", "actions/"), actions.actions, name="actions"),
    path(pgettext_lazy("address", "actions/new/"), editing.propose, name="propose"),
    path(pgettext_lazy("address", "actions/by-file/"), byfile.byfile, name="byfile"),
    path(pgettext_lazy("address", "actions/by-file/actions.xlsx"), byfile.workbook, name="byfile-workbook"),
    path(pgettext_lazy("address", "actions/<slug:code>/"), actions.action, name="action"),
    path(
        pgettext_lazy("address", "actions/<slug:code>/edit/<slug:section>/"), editing.edit, name="edit-action"
    ),
    path(
        pgettext_lazy("address", "actions/<slug:code>/edit/<slug:section>/<int:row>/"),
        editing.edit_row,
        name="edit-row",
    ),
    path(
        pgettext_lazy("address", "actions/<slug:code>/edit/<slug:section>/<int:row>/remove/"),
        editing.remove_row,
        name="remove-row",
    ),
]
