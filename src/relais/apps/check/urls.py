"""Addresses of this room, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.check.views import alone, catalogue, checkup, leaves

app_name = "check"

urlpatterns = [
    path(pgettext_lazy("address", "rights/"), catalogue.rights, name="rights"),
    path(pgettext_lazy("address", "rights/check/"), checkup.check, name="check"),
    path(pgettext_lazy("address", "rights/leave/"), leaves.leaves, name="leaves"),
    path(pgettext_lazy("address", "rights/single-parent/"), alone.alone, name="alone"),
    path(
        pgettext_lazy("address", "rights/single-parent/single-parent.csv"),
        alone.alone_file,
        name="alone-file",
    ),
    path(pgettext_lazy("address", "rights/<slug:name>/"), catalogue.right, name="right"),
]
