"""Addresses of accounts, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.accounts.views import invitations, organisations, own, people, trail

app_name = "accounts"

urlpatterns = [
    path(pgettext_lazy("address", "me/"), own.me, name="me"),
    path(pgettext_lazy("address", "me/details/"), own.details, name="details"),
    path(pgettext_lazy("address", "manage/people/"), people.people, name="people"),
    path(pgettext_lazy("address", "manage/people/<int:pk>/"), people.person, name="person"),
    path(pgettext_lazy("address", "manage/people/<int:pk>/recover/"), people.recover, name="recover"),
    path(pgettext_lazy("address", "manage/people/<int:pk>/close/"), people.close, name="close"),
    path(pgettext_lazy("address", "manage/roles/<int:pk>/take/"), people.take, name="take"),
    path(pgettext_lazy("address", "manage/invitations/"), invitations.invitations, name="invitations"),
    path(pgettext_lazy("address", "manage/invitations/new/"), invitations.invite, name="invite"),
    path(pgettext_lazy("address", "manage/invitations/<int:pk>/revoke/"), invitations.revoke, name="revoke"),
    path(pgettext_lazy("address", "invitation/<str:secret>/"), invitations.join, name="join"),
    path(pgettext_lazy("address", "manage/organisations/"), organisations.organisations,
         name="organisations"),
    path(pgettext_lazy("address", "manage/organisations/new/"), organisations.add_organisation,
         name="add-organisation"),
    path(pgettext_lazy("address", "manage/organisations/<slug:slug>/"), organisations.edit_organisation,
         name="edit-organisation"),
    path(pgettext_lazy("address", "manage/trail/"), trail.trail, name="trail"),
    path(pgettext_lazy("address", "manage/trail/trail.csv"), trail.trail_file, name="trail-file"),
    path(pgettext_lazy("address", "changes/"), trail.changes, name="changes"),
]  # fmt: skip
