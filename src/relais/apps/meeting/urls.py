"""Addresses of this room, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.meeting.views import groups, meetings, resolutions

app_name = "meeting"

urlpatterns = [
    path(pgettext_lazy("address", "groups/"), groups.groups, name="groups"),
    path(pgettext_lazy("address", "new-group/"), groups.set_up, name="set-up"),
    path(pgettext_lazy("address", "groups/<slug:slug>/"), groups.group, name="group"),
    path(pgettext_lazy("address", "groups/<slug:slug>/change/"), groups.edit, name="edit"),
    path(pgettext_lazy("address", "groups/<slug:slug>/join/"), groups.join, name="join"),
    path(
        pgettext_lazy("address", "groups/<slug:slug>/leave/<slug:organisation>/"), groups.leave, name="leave"
    ),
    path(pgettext_lazy("address", "groups/<slug:slug>/plan/"), meetings.plan, name="plan"),
    path(pgettext_lazy("address", "groups/<slug:slug>/<int:number>/"), meetings.meeting, name="meeting"),
    path(pgettext_lazy("address", "groups/<slug:slug>/<int:number>/move/"), meetings.move, name="move"),
    path(pgettext_lazy("address", "groups/<slug:slug>/<int:number>/held/"), meetings.hold, name="hold"),
    path(pgettext_lazy("address", "groups/<slug:slug>/<int:number>/cancel/"), meetings.cancel, name="cancel"),
    path(
        pgettext_lazy("address", "groups/<slug:slug>/<int:number>/point/"), meetings.propose, name="propose"
    ),
    path(
        pgettext_lazy("address", "groups/<slug:slug>/<int:number>/attendance/"),
        meetings.attendance,
        name="attendance",
    ),
    path(
        pgettext_lazy("address", "groups/<slug:slug>/<int:number>/decision/"), resolutions.take, name="take"
    ),
    path(
        pgettext_lazy("address", "groups/<slug:slug>/<int:number>/decision/<int:resolution>/correct/"),
        resolutions.amend,
        name="amend",
    ),
    path(
        pgettext_lazy("address", "groups/<slug:slug>/<int:number>/decision/<int:resolution>/done/"),
        resolutions.finish,
        name="finish",
    ),
]
