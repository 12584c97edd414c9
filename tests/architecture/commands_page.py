"""docs/reference/commands.md, made from what every command says of itself.

`.venv/bin/python -m tests.architecture.commands_page` writes it anew.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout, suppress
from unittest.mock import patch

import click

from tests.architecture.tree import ROOT

PAGE = ROOT / "docs" / "reference" / "commands.md"

HEAD = """\
# Commands

What `relais` can do, in its own words. Made from the commands themselves: change them, then run
`.venv/bin/python -m tests.architecture.commands_page`.
"""


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name, `relais` first."""
    from relais.faces.cli.main import main, relais

    with (
        patch.object(sys, "argv", ["relais", "--version"]),
        redirect_stdout(io.StringIO()),
        suppress(SystemExit),
    ):
        main()  # gathers the rooms' commands, then says its version
    return _below("relais", relais)


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
    PAGE.write_text(page(), encoding="utf-8")
