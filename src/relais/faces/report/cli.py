"""`relais balance 2026`: the balance of a frozen year as PDF, in each language."""

from __future__ import annotations

import time
from pathlib import Path

import click
from django.utils.translation import override

from relais.apps.freeze.cli import named
from relais.core.texts.text import LANGUAGES
from relais.faces.report.paper import NoPango, render_paper


@click.command()
@click.argument("name")
@click.option("--language", "languages", multiple=True, type=click.Choice(LANGUAGES),
              help="Only this language; may be given twice. All three when left out.")  # fmt: skip
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Also copy to this folder.")
def balance(name: str, languages: tuple[str, ...], output: Path | None) -> None:
    """Render the balance of a freeze as PDF, so that readers can download it. NAME is a year, or 2026-2.

    The same freeze gives the same PDF; what was rendered before is not rendered again.

    \b
    Examples:
      relais balance 2026
      relais balance 2026 --language fr --output papers
    """
    freeze = named(name)
    for language in languages or LANGUAGES:
        started = time.perf_counter()
        try:
            with override(language):
                place = kept = render_paper(freeze)
        except NoPango as error:
            raise click.ClickException(str(error)) from None
        if output:
            output.mkdir(parents=True, exist_ok=True)
            place = output / f"relais-{freeze.name}-{language}.pdf"
            place.write_bytes(kept.read_bytes())
        click.echo(f"{language}: {place} ({time.perf_counter() - started:.1f} s)")
