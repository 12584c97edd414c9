"""The group that commands on figures are added to."""

from __future__ import annotations

import click


@click.group()
def data() -> None:
    """Figures of the observatory."""
