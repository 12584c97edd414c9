"""`relais data`: figures in and out; each module adds to the group."""

from relais.apps.observatory.cli import (  # noqa: F401
    audit,
    diff,
    export,
    maihda,
    proposing,
    publishing,
    releases,
    schema,
)
from relais.apps.observatory.cli.group import data

__all__ = ["data"]
