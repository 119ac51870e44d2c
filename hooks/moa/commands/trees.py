"""The docs tree that a command is given."""

from pathlib import Path

import click

from moa.corpus import Corpus
from moa.languages import SOURCE
from moa.problems import Problem
from moa.tree import load

DOCS = click.option(
    "--docs",
    type=click.Path(path_type=Path),
    default=Path("docs"),
    show_default=True,
    metavar="DIR",
    help="The docs tree.",
)


def open_tree(docs: Path) -> tuple[Corpus, list[Problem]]:
    """The corpus of a docs folder and what could not be read of it; wrong usage where it is no docs tree."""
    if not docs.is_dir():
        raise click.BadParameter(f"there is no folder '{docs}'", param_hint="--docs")
    if not (docs / SOURCE).is_dir():
        raise click.BadParameter(f"'{docs}' is no docs tree: it has no folder '{SOURCE}'", param_hint="--docs")
    return load(docs)
