"""The `moa` command."""

from importlib import import_module
from importlib.util import find_spec

import click

from moa.commands.check import check_
from moa.commands.overlaps import overlaps_
from moa.commands.schemas import schemas_
from moa.commands.translations import translations_


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="moa")
def main() -> None:
    """Gather several people's notes into one bilingual book that says everything once.

    Exit status of every command: 0 = fine, 1 = problems found (all of them listed), 2 = wrong usage.
    """


main.add_command(check_)
main.add_command(overlaps_)
main.add_command(schemas_)
main.add_command(translations_)
if find_spec("moa.importing.command"):
    main.add_command(import_module("moa.importing.command").import_)
