"""Public changes as an Atom feed (RFC 4287), whole or about one thing. Identifiers never change."""

from __future__ import annotations

import datetime as dt
import re
from uuid import NAMESPACE_URL, uuid5

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext

from relais.apps.audit.models import Event
from relais.apps.audit.subjects import named
from relais.apps.languages.addresses import address
from relais.apps.languages.reader import reader_language
from relais.apps.plan.models import Measure
from relais.apps.reminder.changes import page_of, read
from relais.apps.reminder.letters import whole

MOST = 50
SUBJECT = re.compile(r"[a-z-]{1,30}:[\w./-]{1,80}", re.ASCII)
NOTHING_YET = dt.datetime(2020, 11, 1, tzinfo=dt.UTC)  # the month of the advice


class ChangesFeed(Atom1Feed):
    """Atom whose date, while there is nothing in it, does not follow the clock."""

    def latest_post_date(self) -> dt.datetime:
        return super().latest_post_date() if self.items else NOTHING_YET


@login_not_required
def changes(request: HttpRequest) -> HttpResponse:
    """The last public changes; with `?about=measure:16`, those that touch it."""
    about = request.GET.get("about", "")
    if about and not _is_something(about):
        raise Http404
    events = Event.objects.about(about) if about else Event.objects.all()
    feed = _feed(about)
    for change in read(events.public().order_by("-pk")[:MOST]):
        feed.add_item(
            change.sentence, whole(change.address), change.sentence, 
            author_name=change.organisation or "Relais",
            unique_id=_id(f"event:{change.key}"), pubdate=change.at, updateddate=change.at,
        )  # fmt: skip
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _feed(about: str) -> ChangesFeed:
    language = reader_language()
    here = address("reminder:changes") + (f"?about={about}" if about else "")
    title = gettext("Relais: what changed")
    return ChangesFeed(
        f"{title} ({named([about])[about].words})" if about else title, whole(page_of([about])),
        gettext("Every public act: who did what, for which organisation."), language=language,
        author_name="Relais", feed_url=whole(here), feed_guid=_id(f"changes:{language}:{about}"),
    )  # fmt: skip


def _is_something(about: str) -> bool:
    """Written as the trail names things; a measure must be one of the plan."""
    if not SUBJECT.fullmatch(about):
        return False
    kind, _, key = about.partition(":")
    if kind != "measure":
        return True
    return key.isdecimal() and len(key) < 5 and Measure.objects.filter(number=int(key)).exists()


def _id(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'relais:{name}')}"
