"""The group that commands on figures are added to."""

from __future__ import annotations

import click


@click.group()
def data() -> None:
    """Figures of the observatory, in and out.

    \b
    Examples:
      relais data maihda answers.csv --outcome poor --strata sex,family_type --definition arop_rate \\
        --place 04000 --period 2025 --output poverty
    """
