"""The group itself, and what its commands have in common."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
from django.core.exceptions import ValidationError
from django.db import OperationalError, ProgrammingError
from django.utils.translation import override

from relais.core.texts.problem import FileProblems


@click.group()
def data() -> None:
    """Figures: bring them in, check them, write them out.

    \b
    Examples:
      relais data import households.csv --recipe statbel-households --edition 2026 --dry-run
      relais data audit
      relais data diff statbel-households 2025 2026
      relais data export --format csv --output figures.csv
      relais data maihda answers.csv --outcome poor --strata sex,family_type --definition arop_rate \\
        --place 04000 --period 2025 --output poverty
      relais data publish 2026 --dry-run
    """


@contextmanager
def told_in_english() -> Iterator[None]:
    """The language of commands; what is refused, and why, as one error."""
    try:
        with override("en"):
            yield
    except FileProblems as error:
        count = len(error.problems)
        raise click.ClickException(f"{count} problem{'s' if count > 1 else ''}:\n{error}") from None
    except ValidationError as error:
        raise click.ClickException(" ".join(error.messages)) from None
    except (OperationalError, ProgrammingError) as error:
        said = str(error).splitlines()[0]
        raise click.ClickException(f"the database cannot be read: {said}. Run `relais load` first") from None
