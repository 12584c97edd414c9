"""The `relais` command: sets up Django, then gathers what the rooms offer."""

from __future__ import annotations

import os
import sys

import click


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="relais", prog_name="relais")
def relais() -> None:
    """The plan for single-parent families: load it, check it, import, export and serve it.

    \b
    Examples:
      relais check                          is everything in data/ sound?
      relais load                           data/ into the database
      relais import advice FILE --check     compare an advice document with data/plan
      relais export plan --format xlsx --output plan.xlsx
      relais invite an@example.org --organisation cell --role administrator --name Cell
      relais serve --port 8000
    """


def gather() -> click.Group:
    """`relais` with the commands of every room. Django must be set up."""
    from relais.apps.accounts import cli as accounts
    from relais.apps.check import cli as check
    from relais.apps.consultation import cli as _consultation  # noqa: F401  adds to import and export
    from relais.apps.freeze import cli as freeze
    from relais.apps.observatory import cli as observatory
    from relais.apps.plan import cli as plan
    from relais.apps.reminder import cli as reminder
    from relais.faces.cli import data, demo, server
    from relais.faces.report import cli as report

    for command in (
        accounts.invite,
        data.load, data.check, server.serve, demo.demo, plan.import_group, plan.export_group,
        reminder.remind, reminder.digest, freeze.freeze, freeze.compare_command,
        report.balance, check.rights, observatory.data,
    ):  # fmt: skip
        relais.add_command(command)
    return relais


def main() -> None:
    """Entry point of the `relais` script."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except (ImproperlyConfigured, OSError) as error:
        sys.exit(f"relais: {error}")
    except ValueError as error:
        sys.exit(f"relais: DATABASE_URL: {str(error).splitlines()[0]}")
    gather()(prog_name="relais")
