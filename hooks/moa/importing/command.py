"""`moa import`: raw notes become pages, and every character is accounted for."""

import gc
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from moa.data import read_data
from moa.importing.entry import NotesFileError, dump_entry, entry_of
from moa.importing.note import Imported, import_note
from moa.importing.plan import Plan, Tree, plan_import
from moa.importing.terms import ids_of_terms
from moa.problems import Problem, as_text, errors
from moa.schemas.common import ID_FORM, IS_ID
from moa.writing import write_whole

MANY = 8  # files from which a second process and a progress bar are worth their start
SHOWN_TERMS = 20
LEDGERS = ".moa"  # below the docs tree; a name with a dot is never published


@click.command("import")
@click.argument("raws", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="RAW...")
@click.option(
    "--into",
    "docs",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("docs"),
    show_default=True,
    metavar="DIR",
    help="The docs tree to write to.",
)
@click.option("--id", "note_id", default="", metavar="ID", help="The note's id; only with one RAW.")
@click.option(
    "--ledger",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where the ledger goes; with several RAWs a folder.  [default: DIR/.moa/ID.json]",
)
@click.option("--check", "dry", is_flag=True, help="Write nothing; say what would be done.")
@click.option("--force", is_flag=True, help="Overwrite pages that were edited since they were imported.")
@click.pass_context
def import_(
    context: click.Context,
    raws: tuple[Path, ...],
    docs: Path,
    note_id: str,
    ledger: Path | None,
    dry: bool,
    force: bool,
) -> None:
    """Read raw notes and write them as clean Markdown pages, with an account of every character.

    Exit status: 0 = done (or nothing to do), 1 = problems found and nothing written, 2 = wrong usage.
    """  # fmt: skip
    _refuse_usage(raws, note_id, ledger)
    glossary, problems = _glossary(docs)
    notes: list[Imported] = []
    for result in _imported(raws, glossary, note_id):
        if isinstance(result, Imported):
            notes.append(result)
            problems += result.problems
        else:
            problems += result
    plan, refused = _planned(notes, docs, note_id, force) if not errors(problems) else (Plan(), [])
    problems += refused
    click.echo(as_text(problems), nl=False, err=True)
    if errors(problems):
        click.echo("Nothing was written.", err=True)
        context.exit(1)
    _say_terms(notes)
    files = _files(plan, docs, ledger, several=len(raws) > 1)
    changed = {path: text for path, text in files.items() if _text(path) != text}
    _report(plan, docs, changed, dry)
    if not dry:
        _write(plan, docs, changed)


def _refuse_usage(raws: Sequence[Path], note_id: str, ledger: Path | None) -> None:
    if len(raws) > 1 and note_id:
        raise click.UsageError("--id names one note: give it with one RAW")
    if len(raws) > 1 and ledger and ledger.is_file():
        raise click.UsageError("with several RAWs --ledger names a folder, and this is a file")
    if note_id and not IS_ID.fullmatch(note_id):
        raise click.UsageError(f"'{note_id}' is no id: write {ID_FORM}")


def _glossary(docs: Path) -> tuple[dict[str, str], list[Problem]]:
    path = docs / "glossary.yml"
    text = _text(path)
    if text is None:
        return {}, []
    value, problems = read_data(str(path), text)
    return ids_of_terms(value), problems


def _imported(raws: Sequence[Path], glossary: Mapping[str, str], note_id: str) -> Iterator[Imported | list[Problem]]:
    """The notes in the order given; many are read by two processes, with a progress bar."""
    read = partial(read_raw, glossary=glossary, note_id=note_id)
    if len(raws) < MANY:
        yield from map(read, raws)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with (
        ProcessPoolExecutor(min(os.cpu_count() or 1, 4), initializer=_collect_seldom) as pool,
        Progress(*columns, console=Console(stderr=True), transient=True) as progress,
    ):
        yield from progress.track(pool.map(read, raws, chunksize=MANY), len(raws), description="Importing")


def _collect_seldom() -> None:
    """Look for garbage less often in a process that only reads notes: what it makes is kept to a note's end."""
    gc.set_threshold(50_000)


def read_raw(path: Path, glossary: Mapping[str, str], note_id: str) -> Imported | list[Problem]:
    """Import one file; one that cannot be opened is a problem."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return [Problem(str(path), 0, 0, f"cannot be read: {error.strerror}", "name a file that exists")]
    try:
        note = import_note(data, str(path), glossary, note_id)
    except Exception as error:  # a fault of the importer's own must not cost a person the other notes' problems
        fact = f"the import failed on this note ({type(error).__name__}: {error})"
        return [Problem(str(path), 0, 0, fact, "report it with the file, and import the others without it")]
    if isinstance(note, Imported):  # slow for a thousand notes, so done here, where it is shared among processes
        return replace(note, prepared=dump_entry(entry_of(note, note.suggested_id, None)))
    return note


def _planned(notes: Sequence[Imported], docs: Path, note_id: str, force: bool) -> tuple[Plan, list[Problem]]:
    try:
        plan = plan_import(notes, _tree(docs), note_id, force)
    except NotesFileError as error:
        return Plan(), [replace(error.problem, path=str(docs / error.problem.path))]
    return plan, [replace(problem, path=str(docs / problem.path)) for problem in plan.problems]


def _tree(docs: Path) -> Tree:
    """The files that an import may touch: the data of the notes, the home page, pages of notes."""
    paths = [docs / "notes.yml", docs / "ko/index.md", *sorted((docs / "ko/notes").rglob("*.md"))]
    return Tree({path.relative_to(docs).as_posix(): text for path in paths if (text := _text(path)) is not None})


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except (FileNotFoundError, NotADirectoryError):
        return None


def _say_terms(notes: Sequence[Imported]) -> None:
    terms = list(dict.fromkeys(term for note in notes for term in note.metadata.get("terms", ())))
    if terms:
        more = f" and {len(terms) - SHOWN_TERMS} more" if len(terms) > SHOWN_TERMS else ""
        click.echo(f"Terms that may belong in the glossary: {', '.join(terms[:SHOWN_TERMS])}{more}")


def _files(plan: Plan, docs: Path, ledger: Path | None, several: bool) -> dict[Path, str]:
    """Every file with its text: pages first, ledgers next, notes.yml last, so that it never tells of what is not."""
    pages = {docs / path: text for path, text in sorted(plan.writes.items()) if path != "notes.yml"}
    for id_, text in plan.ledgers.items():
        folder = ledger if ledger and (several or ledger.is_dir()) else docs / LEDGERS
        pages[ledger if ledger and folder != ledger else folder / f"{id_}.json"] = text
    return pages | ({docs / "notes.yml": plan.writes["notes.yml"]} if "notes.yml" in plan.writes else {})


def _report(plan: Plan, docs: Path, changed: Mapping[Path, str], dry: bool) -> None:
    would = "would " if dry else ""
    for path in changed:
        click.echo(f"{would}write {path}")
    for name in plan.deletes:
        click.echo(f"{would}delete {docs / name}")
    if not changed and not plan.deletes:
        click.echo("Nothing to do: everything is as it would be imported.")


def _write(plan: Plan, docs: Path, changed: Mapping[Path, str]) -> None:
    for path, text in changed.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
    for name in plan.deletes:
        (docs / name).unlink(missing_ok=True)
