"""`relais rights`: households and populations by file, and reforms; each module adds to the group."""

from relais.apps.check.cli import reform, run  # noqa: F401
from relais.apps.check.cli.households import rights

__all__ = ["rights"]
