"""`moa check`: everything that is known to be wrong with a docs tree, at once."""

import os
from pathlib import Path

import click

from moa import repository
from moa.book import read_book
from moa.checks import check
from moa.commands.trees import DOCS, open_tree
from moa.detecting import is_at_hand
from moa.problems import FORMATS, errors
from moa.tree import from_here

RAW_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm"})


@click.command("check")
@DOCS
@click.option(
    "--raw",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="The raw notes: compare their hashes and lines, and look for words that a page repeats.",
)
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), default="text", show_default=True)
@click.option("--complete", is_flag=True, help="Count notices as errors: untranslated and stale sections, say.")
@click.pass_context
def check_(context: click.Context, docs: Path, raw: Path | None, form: str, complete: bool) -> None:
    """List everything that is wrong with a docs tree, each with its place and the way out.

    Exit status: 0 = no errors (notices may be), 1 = errors, 2 = wrong usage.
    """
    corpus, unread = open_tree(docs)
    site = repository.find(docs, os.environ)[0].addresses.site or ""
    book = read_book(corpus, None if raw is None else _raw_files(raw), site)
    found = from_here([*unread, *check(book, complete)], docs)
    click.echo(FORMATS[form](found), nl=False)
    wrong = len(errors(found))
    notices = len(found) - wrong
    click.echo(f"{len(corpus.pages)} pages: {_counted(wrong, 'error')}, {_counted(notices, 'notice')}", err=True)
    if not is_at_hand():
        click.echo("look-alikes were not looked for; their packages: make overlaps-environment", err=True)
    context.exit(1 if wrong else 0)


def _raw_files(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.iterdir()) if path.suffix.lower() in RAW_SUFFIXES and path.is_file())
    try:
        return {path.name: path.read_bytes() for path in files}
    except OSError as error:
        raise click.BadParameter(f"cannot read '{error.filename}': {error.strerror}", param_hint="--raw") from error


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
