"""`python -m tests.browser.seating ROLE ORGANISATION`: a person with that role, signed in; prints the key.

Runs beside the served site (Site.run), for the tests themselves cannot touch its database.
"""

from __future__ import annotations

import sys
from importlib import import_module

PASSWORD = "a fiction that is long enough"


def seat(role: str, slug: str) -> str:
    """The key of a session of a fictional person with `role` in the organisation `slug`. Django is set up."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from relais.apps.accounts.models import Membership, Organisation, User

    names = {language: slug.replace("-", " ").capitalize() for language in ("nl", "fr", "en")}
    organisation, _ = Organisation.objects.get_or_create(
        slug=slug, defaults={"name": names, "is_fictional": True}
    )
    person, is_new = User.objects.get_or_create(
        email=f"{role}@{slug}.example.org", defaults={"name": f"Fictional {role}", "language": "en"}
    )
    if is_new:
        person.set_password(PASSWORD)
        person.save()
        Membership.objects.create(user=person, organisation=organisation, role=role)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return str(session.session_key)


if __name__ == "__main__":
    import django

    django.setup()
    print(seat(*sys.argv[1:]))  # noqa: T201
