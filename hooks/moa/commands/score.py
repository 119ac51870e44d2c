"""`moa overlaps score`: scores for the pairs of any units, for measuring."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from moa.commands.detecting import open_for_reading, progress, require_packages
from moa.data import Value, read_data
from moa.problems import as_text
from moa.writing import write_chunks

if TYPE_CHECKING:
    from moa.detecting.detector import Pairs
    from moa.detecting.units import Unit

_LINES = 10_000  # written at a time
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("score")
@click.option(
    "--units", "source", type=_FILE, required=True, metavar="FILE", help="JSON lines: id, note, heading, text."
)
@click.option(
    "--glossary", type=_FILE, metavar="FILE", help="The terms of the subject; without them far less is found."
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE")
@click.pass_context
def score_(context: click.Context, source: Path, glossary: Path | None, out: Path) -> None:
    """Score the pairs of units from different notes, best first, as JSON lines: a, b, score (0 to 1).

    A unit is a line with id, note, heading and text; where the text says no more, the heading stands alone. It may
    also have text_en, its English; two that have it are compared in both languages. Of many units only the likeliest
    pairs of each are scored. Nothing is written when a line or the glossary is faulty.
    """
    require_packages()
    from moa.detecting.concepts import read_concepts
    from moa.detecting.detector import analysis, score
    from moa.detecting.units import read_units

    units, problems = read_units(open_for_reading(source), str(source))
    terms, faults = read_data(str(glossary), open_for_reading(glossary)) if glossary else (Value(), [])
    problems += faults
    if problems:
        click.echo(as_text(problems), nl=False, err=True)
        context.exit(1)
    with progress(len(units)) as show:
        pairs = score(units, analysis(read_concepts(terms)), show)
    try:
        write_chunks(out, _lines(units, pairs))
    except OSError as error:
        raise click.ClickException(f"{out}: cannot be written: {error.strerror}") from error
    click.echo(f"{len(units):,} units, {len(pairs.scores):,} pairs in {out}", err=True)


def _lines(units: Sequence["Unit"], pairs: "Pairs") -> Iterator[bytes]:
    ids = [json.dumps(unit.id, ensure_ascii=False) for unit in units]
    rows, columns, scores = pairs.rows.tolist(), pairs.columns.tolist(), pairs.scores.tolist()
    for start in range(0, len(rows), _LINES):
        end = start + _LINES
        chunk = zip(rows[start:end], columns[start:end], scores[start:end], strict=True)
        yield "".join(f'{{"a": {ids[a]}, "b": {ids[b]}, "score": {score:.6f}}}\n' for a, b, score in chunk).encode()
