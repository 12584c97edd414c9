"""Rows for tests of the reminder room."""

from __future__ import annotations

import datetime as dt
from typing import Any

from relais.apps.accounts.models import User
from relais.apps.accounts.vocabulary import Role
from relais.apps.audit.verb import Verb
from relais.apps.coordination.tests.make import make_organisation, make_user
from relais.apps.meeting.models import Group, Resolution
from relais.apps.meeting.tests.make import make_group, make_meeting, make_resolution

FIRST = dt.date(2026, 1, 5)
TODAY = dt.date(2026, 6, 1)
DAY = dt.timedelta(days=1)
NEWS = Verb("test-news", "%(organisation)s did %(what)s")


def make_person(
    email: str, organisation: str = "actie", role: Role = Role.MEMBER, language: str = "en"
) -> User:
    user = make_user(role, organisation, email)
    user.language = language
    user.save()
    return user


def make_due(date: dt.date, organisation: str | None = "actie", **fields: Any) -> Resolution:
    """A decision to carry out by `date`: what is due here, as a room below knows it."""
    make_organisation(organisation or "actie")
    group = Group.objects.filter(slug="groep").first() or make_group(rhythm_months=None)
    meeting = group.meetings.first() or make_meeting(group, FIRST)
    return make_resolution(meeting, organisation=organisation, due_date=date, **fields)
