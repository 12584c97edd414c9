"""The person behind a request, as plain data: permissions ask it, and never the database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from relais.apps.accounts.vocabulary import Role

NEED_SECOND_FACTOR = (Role.CELL, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Part:
    """One membership: a role in one organisation."""

    organisation: int
    slug: str
    role: Role


@dataclass(frozen=True, slots=True)
class Who:
    """A person and all they are. A reader without an account is NOBODY.

    `acting_for` is the slug of the organisation chosen for the act at hand, `token` that of its form: with
    them a Who is the `by` of an act. `is_held_back`: their roles wait until they set up a second factor.
    `was_recovered`: they lost one before, and an administrator removed it.
    """

    person: int | None = None
    name: str = ""
    parts: tuple[Part, ...] = ()
    acting_for: str | None = None
    token: UUID | None = None
    has_second_factor: bool = False
    was_recovered: bool = False
    is_held_back: bool = False

    @property
    def is_signed_in(self) -> bool:
        return self.person is not None

    def is_a(self, *roles: Role) -> bool:
        """Whether they hold one of these roles, in any organisation."""
        return any(part.role in roles for part in self.parts)

    @property
    def is_cell(self) -> bool:
        return self.is_a(Role.CELL)

    @property
    def organisations(self) -> frozenset[int]:
        """Keys of every organisation they belong to, whatever the role."""
        return frozenset(part.organisation for part in self.parts)

    def organisations_as(self, *roles: Role) -> frozenset[int]:
        """Keys of the organisations in which they hold one of these roles."""
        return frozenset(part.organisation for part in self.parts if part.role in roles)

    def held_back(self) -> Who:
        """The same person with their roles put aside, when they must have a second factor and lack it.

        One of their roles asks for it, or they had one that was lost.
        """
        must_have_one = self.is_a(*NEED_SECOND_FACTOR) or (self.was_recovered and self.parts)
        if self.has_second_factor or not must_have_one:
            return self
        return replace(self, parts=(), is_held_back=True)

    def acting(self, slug: str | None, token: UUID | None = None) -> Who:
        """The same person, acting for the organisation `slug`.

        Raises ValueError when it is not one of theirs.
        """
        if slug is not None and slug not in {part.slug for part in self.parts}:
            raise ValueError(f"{slug} is not an organisation of this person")
        return replace(self, acting_for=slug, token=token)


NOBODY = Who()
SCHEDULE = Who(name="Relais")  # what a command does by itself
SHELL = Who(name="Relais", parts=(Part(0, "", Role.ADMINISTRATOR),))  # whoever has the server in hand
