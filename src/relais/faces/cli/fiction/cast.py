"""Who plays in the fictional year: organisations and people that do not exist."""

from __future__ import annotations

from dataclasses import dataclass, field

from relais.apps.accounts.actions.invitations import invite, join
from relais.apps.accounts.actions.organisations import make_organisation
from relais.apps.accounts.models import Invitation, Organisation
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import NOBODY, Part, Who
from relais.core.texts.text import Text

PASSWORD = "fictie fiction fictief"  # of every account of the demo, which holds nothing to protect

# key: slug, names in three languages, and the roles that a fictional person has there
ORGANISATIONS: dict[str, tuple[str, tuple[str, str, str], tuple[Role, ...]]] = {
    "cell": (
        "fictional-cell",
        ("Coördinatiecel (fictie)", "Cellule de coordination (fiction)", "Coordination cell (fiction)"),
        (Role.CELL, Role.ADMINISTRATOR),
    ),
    "work": (
        "fictional-work-office",
        ("Dienst Werk (fictie)", "Office du travail (fiction)", "Work office (fiction)"),
        (Role.MEMBER, Role.REFERENT),
    ),
    "homes": (
        "fictional-housing-office",
        ("Dienst Wonen (fictie)", "Office du logement (fiction)", "Housing office (fiction)"),
        (Role.MEMBER, Role.REFERENT),
    ),
    "care": (
        "fictional-childcare-network",
        ("Opvangnetwerk (fictie)", "Réseau d’accueil (fiction)", "Childcare network (fiction)"),
        (Role.MEMBER,),
    ),
    "town": (
        "fictional-town",
        ("Gemeente Zonnedal (fictie)", "Commune de Valsoleil (fiction)", "Town of Sundale (fiction)"),
        (Role.MEMBER,),
    ),
    "parents": (
        "fictional-parents-association",
        ("Vereniging van ouders (fictie)", "Association de parents (fiction)", "Parents’ group (fiction)"),
        (Role.MEMBER,),
    ),
    "watch": (
        "fictional-observatory",
        ("Observatorium (fictie)", "Observatoire (fiction)", "Observatory (fiction)"),
        (Role.OBSERVER,),
    ),
}  # fmt: skip


def words(nl: str, fr: str, en: str) -> Text:
    """The same thing in three languages."""
    return Text({"nl": nl, "fr": fr, "en": en})


@dataclass(frozen=True)
class Seat:
    """One person of the cast, and the door they use."""

    email: str
    role: Role
    organisation: Organisation


@dataclass
class Cast:
    """Organisations by key, and everyone who signs in."""

    organisations: dict[str, Organisation] = field(default_factory=dict)
    seats: list[Seat] = field(default_factory=list)
    _whos: dict[tuple[str, Role], Who] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Organisation:
        return self.organisations[key]

    def who(self, key: str, role: Role = Role.MEMBER) -> Who:
        """The person who acts for organisation `key` in that role."""
        return self._whos[key, role].acting(self[key].slug)

    @property
    def cell(self) -> Who:
        return self.who("cell", Role.CELL)


def assemble() -> Cast:
    """Make the organisations, invite the people, and have each of them join."""
    cast = Cast()
    founder = Who(parts=(Part(0, "founder", Role.ADMINISTRATOR),))
    for key, (slug, names, roles) in ORGANISATIONS.items():
        organisation = make_organisation(name=words(*names), by=founder, slug=slug, is_fictional=True)
        cast.organisations[key] = organisation
        for role in roles:
            email = f"{role.value}@{slug}.example.org"
            _, secret = invite(
                email=email, organisation=organisation, role=role, language="nl", by=founder
            )  # fmt: skip
            invitation = Invitation.objects.behind(secret)
            assert invitation is not None
            user = join(
                invitation=invitation, language="nl", name=f"Fictie {role.value} {key}", password=PASSWORD,
                by=NOBODY,
            )  # fmt: skip
            cast.seats.append(Seat(email, role, organisation))
            cast._whos[key, role] = user.who()
    return cast
