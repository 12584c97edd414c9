"""The group itself."""

from __future__ import annotations

import click


@click.group()
def data() -> None:
    """Figures: bring them in, check them, write them out.

    \b
    Examples:
      relais data export --format csv --output figures.csv
    """
