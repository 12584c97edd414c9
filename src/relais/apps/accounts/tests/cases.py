"""What the acts of accounts are about, for the matrix of permissions (tests/permissions)."""

from __future__ import annotations

from relais.apps.accounts.vocabulary import Role

CASES = {f"as {role.value}": lambda stage, role=role: (stage.own.pk, role) for role in Role}
