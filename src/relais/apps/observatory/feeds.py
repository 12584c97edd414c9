"""Accepted editions of sources as an Atom feed (RFC 4287). Identifiers never change."""

from __future__ import annotations

import datetime as dt
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext, ngettext

from relais.apps.languages.addresses import address
from relais.apps.languages.reader import colon, reader_language
from relais.apps.observatory.models import Observation, Release

MOST = 50
NOTHING_YET = dt.datetime(2020, 11, 1, tzinfo=dt.UTC)  # the month of the advice


class ReleasesFeed(Atom1Feed):
    """Atom whose date, while there is nothing in it, does not follow the clock."""

    def latest_post_date(self) -> dt.datetime:
        return super().latest_post_date() if self.items else NOTHING_YET


@login_not_required
def releases(request: HttpRequest) -> HttpResponse:
    """The last editions that came to count here, newest first, with how many figures each says."""
    feed = _feed()
    found = list(Release.objects.accepted().newest_first().select_related("source")[:MOST])
    counted = Observation.objects.filter(release__in=found).values("release").annotate(figures=Count("pk"))
    counts = dict(counted.values_list("release", "figures"))
    for release in found:
        count, source = counts.get(release.pk, 0), release.source
        feed.add_item(
            f"{source.publisher}{colon()} {source.title} ({release.edition_in_words})",
            _whole(release.get_absolute_url()),
            ngettext("%(count)s figure", "%(count)s figures", count) % {"count": count},
            author_name=str(source.publisher), unique_id=_id(f"release:{source.slug}/{release.edition}"),
            pubdate=_midnight(release.available_date), updateddate=release.judged_at or release.recorded_at,
        )  # fmt: skip
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _feed() -> ReleasesFeed:
    language = reader_language()
    return ReleasesFeed(
        gettext("Relais: new figures"), _whole(address("observatory:home")),
        gettext("Every edition of every source from the day it counts here."), language=language,
        author_name="Relais", feed_url=_whole(address("observatory:releases-feed")),
        feed_guid=_id(f"releases:{language}"),
    )  # fmt: skip


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def _whole(path: str) -> str:
    return f"{settings.PUBLIC_ADDRESS}{path}"


def _id(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"relais:{name}").urn
