"""What the acts of the reminder room are about, for the matrix of permissions (tests/permissions)."""

CASES = {"of a member": lambda stage: (stage.people["member"],)}
