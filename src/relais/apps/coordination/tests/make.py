"""Rows for tests, of this room and of rooms above it: plain, and nothing that the test does not say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import count
from typing import Any

from tests.emptying import remove

from relais.apps.accounts.models import Membership, Organisation, User
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Part, Who
from relais.apps.coordination import models as m
from relais.apps.coordination import vocabulary as v
from relais.apps.plan.models import Actor, Measure
from relais.core.texts.text import Text

_numbers = count(1)


def make_organisation(slug: str = "huis-maan", **fields: Any) -> Organisation:
    """The organisation `slug`; the same one when it is there already."""
    given = {"name": Text({"nl": slug.replace("-", " ").title()}), "is_fictional": True, **fields}
    return Organisation.objects.get_or_create(slug=slug, defaults=given)[0]


def make_who(role: Role = Role.MEMBER, organisation: str = "huis-maan", person: int = 1) -> Who:
    """Someone with a role in an organisation, acting for it; no account is made."""
    made = make_organisation(organisation)
    return Who(person, "Test", (Part(made.pk, made.slug, role),), acting_for=made.slug)


def make_user(role: Role = Role.MEMBER, organisation: str = "huis-maan", email: str | None = None) -> User:
    """An account with a role in an organisation, to sign in with (`client.force_login`)."""
    user = User.objects.create(
        email=email or f"test-{next(_numbers)}@example.org", name="Test", language="nl"
    )
    Membership.objects.create(user=user, organisation=make_organisation(organisation), role=role)
    return user


def make_action(
    code: str | None = None, *, measures: Iterable[int] = (), owners: Iterable[str] = (), **fields: Any
) -> m.Action:  # fmt: skip
    """A published action. `measures` are numbers that it answers, `owners` slugs: the first one leads."""
    number = next(_numbers)
    given = {"title": Text({"nl": f"Actie {number}"}), "position": number, **fields}
    action = m.Action.objects.create(code=code or f"test-{number}", **given)
    for measure in measures:
        make_answer(action, measure)
    for place, slug in enumerate(owners):
        make_owner(action, slug, v.OwnerRole.PARTNER if place else v.OwnerRole.LEAD)
    return action


def make_answer(action: m.Action, measure: int, **fields: Any) -> m.AnsweredMeasure:
    """`action` answers the measure of that number."""
    return m.AnsweredMeasure.objects.create(
        action=action, measure=Measure.objects.get(number=measure), **fields
    )


def make_owner(
    action: m.Action, organisation: str = "huis-maan", role: str = v.OwnerRole.LEAD, share: int | None = None
) -> m.Owner:  # fmt: skip
    return m.Owner.objects.create(
        action=action, organisation=make_organisation(organisation), role=role, share=share
    )


def make_milestone(action: m.Action, title: str = "Stap", **fields: Any) -> m.Milestone:
    return m.Milestone.objects.create(action=action, title=Text({"nl": title}), **fields)


def make_budget(action: m.Action, year: int, **fields: Any) -> m.Budget:
    """Money of `year`; what is not given is not known."""
    return m.Budget.objects.create(action=action, year=year, **fields)


def make_level_request(action: m.Action, **fields: Any) -> m.LevelRequest:
    given = {
        "level": "federal",
        "addressee": "FOD",
        "words": Text({"nl": "Graag een antwoord."}),
        "asked_date": dt.date(2026, 1, 15),
        **fields,
    }
    return m.LevelRequest.objects.create(action=action, **given)


def make_data_gap(action: m.Action | None = None, measure: int | None = None, **fields: Any) -> m.DataGap:
    """A figure that is missing on an action, on the measure of that number, or on both."""
    given = {"wanted": Text({"nl": "Hoeveel gezinnen?"}), **fields}
    about = Measure.objects.get(number=measure) if measure else None
    return m.DataGap.objects.create(action=action, measure=about, **given)


def make_fact(action: m.Action, **fields: Any) -> m.Fact:
    given = {"words": Text({"nl": "Er gebeurde iets."}), "source": "https://example.org/feit", **fields}
    return m.Fact.objects.create(action=action, **given)


def make_absorption(action: m.Action, into: str = "Een ander plan", **fields: Any) -> m.Absorption:
    return m.Absorption.objects.create(action=action, into=Text({"nl": into}), **fields)


def make_mandate(actor: str = "actiris", organisation: str = "huis-maan") -> m.Mandate:
    """The organisation speaks for the actor of that slug."""
    spoken_for = Actor.objects.get(slug=actor)
    return m.Mandate.objects.create(actor=spoken_for, organisation=make_organisation(organisation))


def make_ask(actor: str = "actiris", measure: int = 16, **fields: Any) -> m.Ask:
    """The actor is asked to carry the measure of that number, on 1 February 2026, by 1 March."""
    given = {
        "kind": v.AskKind.CARRY,
        "words": Text({"nl": "Wilt u dit dragen?"}),
        "asked_date": dt.date(2026, 2, 1),
        "due_date": dt.date(2026, 3, 1),
        "is_fictional": True,
        **fields,
    }
    asked = Actor.objects.get(slug=actor)
    return m.Ask.objects.create(actor=asked, measure=Measure.objects.get(number=measure), **given)


def make_step(ask: m.Ask, reply: str, organisation: str = "huis-maan", **fields: Any) -> m.AskAnswer:
    """Something that happened to the ask: an answer, or the cell withdrew it or asked again."""
    given = {"reason": "Daarom.", "language": "nl", "answered_date": dt.date(2026, 2, 10), **fields}
    return m.AskAnswer.objects.create(
        ask=ask, reply=reply, organisation=make_organisation(organisation), **given
    )


def make_example() -> m.Action:
    """An action with one of everything, so that its page is crawled like any other."""
    action = make_action(
        "example", measures=(16, 61), owners=("huis-maan", "huis-zon"), title=Text({"nl": "Een voorbeeld"}),
        description=Text({"nl": "Om elke pagina te kunnen lezen."}), is_fictional=True, level="region",
        due_date=dt.date(2030, 6, 30), decision=v.Decision.ADOPTED,
    )  # fmt: skip
    make_milestone(action, done_date=dt.date(2026, 3, 1))
    make_milestone(action, "Een zwaardere stap", weight=3)
    make_budget(action, 2025, planned=10_000)
    make_level_request(action)
    make_data_gap(action)
    make_fact(action)
    make_absorption(action)
    return action


def forget_actions() -> None:
    """Take away what was loaded from public sources: a test that counts makes its own."""
    remove(m.Action.objects.all())


def make_examples() -> None:
    """What pages of this room need in every test database: an organisation, an ask it answered, an action."""
    make_mandate("schools")
    make_step(make_ask("schools", 96), v.Reply.CONDITIONS)
    make_example()


def make_blocker(action: m.Action, **fields: Any) -> m.Blocker:
    """What stops `action`; nobody knows who can lift it, unless said."""
    given = {"cause": v.Cause.BUDGET, "words": Text({"nl": "Er is geen geld."}), **fields}
    return m.Blocker.objects.create(action=action, **{"since_date": dt.date(2026, 1, 15), **given})


def make_gate(action: m.Action, other: m.Action | None = None, **fields: Any) -> m.Gate:
    """`action` may start once `other` is adopted, unless another kind is given."""
    return m.Gate.objects.create(action=action, other=other, **{"kind": v.GateKind.ADOPTED, **fields})
