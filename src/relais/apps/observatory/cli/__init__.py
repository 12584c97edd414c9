"""`relais data`: figures in and out; each module adds to the group."""

from relais.apps.observatory.cli import audit, diff, export, maihda, proposing, publishing, releases  # noqa: F401
from relais.apps.observatory.cli.group import data

__all__ = ["data"]
