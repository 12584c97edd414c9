"""Addresses of this room, in the reader's language. A published address never disappears."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from relais.apps.reporting.views import byfile, evidence, judging, reports, rounds, voices

app_name = "reporting"

urlpatterns = [
    path(pgettext_lazy("address", "rounds/"), rounds.rounds, name="rounds"),
    path(pgettext_lazy("address", "open-round/"), rounds.open_round, name="open-round"),
    path(pgettext_lazy("address", "rounds/<slug:label>/"), rounds.round, name="round"),
    path(pgettext_lazy("address", "rounds/<slug:label>/desk/"), rounds.working, name="working"),
    path(pgettext_lazy("address", "rounds/<slug:label>/close/"), rounds.close_round, name="close-round"),
    path(pgettext_lazy("address", "rounds/<slug:label>/by-file/"), byfile.byfile, name="byfile"),
    path(
        pgettext_lazy("address", "rounds/<slug:label>/by-file/reports.xlsx"),
        byfile.workbook,
        name="byfile-workbook",
    ),
    path(pgettext_lazy("address", "my-reports/"), reports.mine, name="mine"),
    path(pgettext_lazy("address", "reports/<slug:label>/<slug:code>/"), reports.report, name="report"),
    path(pgettext_lazy("address", "reports/<slug:label>/<slug:code>/write/"), reports.write, name="write"),
    path(pgettext_lazy("address", "reports/<slug:label>/<slug:code>/review/"), judging.review, name="review"),
    path(pgettext_lazy("address", "reports/<slug:label>/<slug:code>/reopen/"), judging.reopen, name="reopen"),
    path(
        pgettext_lazy("address", "reports/<slug:label>/<slug:code>/evidence/"), evidence.attach, name="attach"
    ),
    path(pgettext_lazy("address", "evidence/<int:pk>/remove/"), evidence.remove, name="remove"),
    path(pgettext_lazy("address", "evidence/<int:pk>"), evidence.file, name="file"),
    path(pgettext_lazy("address", "voices/actions/<slug:code>/"), voices.on_action, name="voices-on-action"),
    path(
        pgettext_lazy("address", "voices/actions/<slug:code>/<slug:voice>/"),
        voices.speak_on_action,
        name="speak-on-action",
    ),
    path(pgettext_lazy("address", "voices/themes/<int:number>/"), voices.on_theme, name="voices-on-theme"),
    path(
        pgettext_lazy("address", "voices/themes/<int:number>/<slug:voice>/"),
        voices.speak_on_theme,
        name="speak-on-theme",
    ),
]
