"""`moa translations`: how far the English follows the Korean, and `accept`, after a person looked."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from moa.accepting import accept
from moa.commands.trees import DOCS, open_tree
from moa.problems import Problem, as_text
from moa.table import table
from moa.translations import STATUSES, PageTranslation, as_data, count, translations
from moa.tree import from_here
from moa.writing import write_whole


@click.group("translations", invoke_without_command=True)
@DOCS
@click.option("--json", "as_json", is_flag=True, help="Print totals, pages and sections as JSON.")
@click.pass_context
def translations_(context: click.Context, docs: Path, as_json: bool) -> None:
    """Show what is translated, page by page, and each section that is not current."""
    if context.invoked_subcommand:
        context.obj = docs
        return
    corpus, unread = open_tree(docs)
    pages = translations(corpus)
    if as_json:
        click.echo(json.dumps(as_data(pages), ensure_ascii=False, indent=2))
    else:
        click.echo(table(list(_rows(pages))), nl=False)
    click.echo(as_text(from_here(unread, docs)), nl=False, err=True)
    context.exit(1 if unread else 0)


@translations_.command("accept")
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS...")
@click.option("--docs", type=click.Path(path_type=Path), default=None, metavar="DIR", help="The docs tree.")
@click.pass_context
def accept_(context: click.Context, addresses: Sequence[str], docs: Path | None) -> None:
    """Mark sections as translated from the Korean of today.

    ADDRESS is a section (notes/a/x#id), a page with all its sections (notes/a/x), or the end of either where
    only one is called so (x#id). Nothing is written when any of them is in doubt.
    """
    folder = docs or context.obj
    corpus, unread = open_tree(folder)
    changed, problems = accept(corpus, addresses)
    if problems:
        _refuse(context, [*from_here(unread, folder), *problems])
    for path, text in changed.items():
        _write(context, folder / path, text)
        click.echo(f"accepted in {folder / path}")
    if not changed:
        click.echo("current already, nothing to change")


def _rows(pages: Sequence[PageTranslation]) -> Iterator[list[str]]:
    yield ["page", *STATUSES]
    for page in pages:
        yield [page.name, *(str(number) for number in page.counts.values())]
        yield from _section_rows(page)
    totals = count(section for page in pages for section in page.sections)
    yield ["total", *(str(number) for number in totals.values())]


def _section_rows(page: PageTranslation) -> Iterator[list[str]]:
    if page.counts["missing"] == len(page.sections):
        return  # the page as a whole is not translated; its row says so
    for section in page.sections:
        if section.status != "current":
            marks = ["·" if status == section.status else "" for status in STATUSES]
            words = section.korean or section.english
            yield [f"  #{section.id}  {words.title if words else ''}", *marks]


def _write(context: click.Context, path: Path, text: str) -> None:
    try:
        write_whole(path, text)
    except OSError as error:
        _refuse(context, [Problem(str(path), 0, 0, f"cannot be written: {error.strerror}", "check its permissions")])


def _refuse(context: click.Context, problems: list[Problem]) -> None:
    click.echo(as_text(problems), nl=False, err=True)
    context.exit(1)
