"""`moa schemas`: JSON Schemas of the data files, for editors."""

import json
from pathlib import Path

import click

from moa.json_schema import Schema, schemas

FOLDER = Path("overrides/assets/schemas")


@click.command("schemas")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=FOLDER,
    show_default=True,
    metavar="DIR",
    help="Where the schemas are written.",
)
def schemas_(out: Path) -> None:
    """Write the JSON Schema of every data file, by which editors complete and check it.

    A data file names its schema in a comment: `# yaml-language-server: $schema=<path or address>`.
    """
    out.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (out / f"{name}.json").write_text(written(schema), encoding="utf-8")
    click.echo(f"wrote {len(schemas())} schemas to {out}/")


def written(schema: Schema) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
