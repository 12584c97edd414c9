"""docs/reference/commands.md, made from what every command says of itself.

`.venv/bin/python -m tests.architecture.commands_page` writes it anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from tests.architecture.tree import ROOT

PAGE = ROOT / "docs" / "reference" / "commands.md"

HEAD = """\
# Commands

What `relais` can do, in its own words. Made from the commands themselves: change them, then run
`.venv/bin/python -m tests.architecture.commands_page`.
"""


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name, `relais` first. Django must be set up."""
    from relais.faces.cli.main import gather

    return _below("relais", gather())


def _below(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for part, each in sorted(command.commands.items()):
            yield from _below(f"{name} {part}", each)


def page() -> str:
    """The whole page."""
    return HEAD + "".join(_section(name, command) for name, command in commands())


def _section(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name, terminal_width=88, max_content_width=88)
    return f"\n## {name}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"


if __name__ == "__main__":
    os.environ.setdefault("SECRET_KEY", "only-for-writing-this-page")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")
    import django

    django.setup()
    PAGE.write_text(page(), encoding="utf-8")
