"""Addresses of this room, in the reader's language. A published address never disappears."""

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import pgettext_lazy

from relais.apps.consultation.views import files, preparing, public, working

app_name = "consultation"

of_a_point = [
    path("", public.point, name="point"),
    path(pgettext_lazy("address", "edit/"), preparing.edit_point, name="edit-point"),
    path(pgettext_lazy("address", "remove/"), preparing.remove_point, name="remove-point"),
    path(pgettext_lazy("address", "your-opinion/"), public.say, name="say"),
    path(pgettext_lazy("address", "for-your-organisation/"), working.give, name="give"),
]

of_a_consultation: list[URLPattern | URLResolver] = [
    path("", public.consultation, name="consultation"),
    path(pgettext_lazy("address", "edit/"), preparing.edit, name="edit"),
    path(pgettext_lazy("address", "dates/"), preparing.stages, name="stages"),
    path(pgettext_lazy("address", "invite/"), preparing.invite, name="invite"),
    path(pgettext_lazy("address", "open/"), preparing.open_it, name="open"),
    path(pgettext_lazy("address", "close/"), preparing.close, name="close"),
    path(pgettext_lazy("address", "new-point/"), preparing.new_point, name="new-point"),
    path(pgettext_lazy("address", "points/<int:number>/"), include(of_a_point)),
    path(pgettext_lazy("address", "moderation/"), working.moderation, name="moderation"),
    path(pgettext_lazy("address", "moderation/<int:number>.<int:place>/"), working.moderate, name="moderate"),
    path(pgettext_lazy("address", "answers/"), working.answers, name="answers"),
    path(pgettext_lazy("address", "answers/<int:key>/"), working.revise, name="revise"),
    path(pgettext_lazy("address", "new-change/"), working.new_change, name="new-change"),
    path(pgettext_lazy("address", "file/"), files.file, name="file"),
    path(pgettext_lazy("address", "file/opinions.csv"), files.opinions, name="opinions-file"),
]

urlpatterns = [
    path(pgettext_lazy("address", "consultations/"), public.consultations, name="consultations"),
    path(pgettext_lazy("address", "consultations/new/"), preparing.prepare, name="prepare"),
    path(pgettext_lazy("address", "consultations/<slug:slug>/"), include(of_a_consultation)),
]
