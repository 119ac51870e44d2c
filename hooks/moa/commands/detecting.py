"""What commands share that look for overlaps: their packages, their progress, and what was scored before."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from moa.detecting import PACKAGES, is_at_hand

MANY = 2_000  # units from which a run takes long enough for a bar
_FOLDER = Path(__file__).parents[1] / "detecting"
_SHARED = ("particles.py", "hangul.py", "fingerprint.py", "linking/alternatives.py")  # on which reading rests too


def require_packages() -> None:
    """End with a way out where the packages of requirements-overlaps.txt are not installed."""
    if not is_at_hand():
        fact = f"this needs {', '.join(PACKAGES)}, which the site does without"
        raise click.ClickException(
            f"{fact}; run: make overlaps-environment (or pip install -r requirements-overlaps.txt)"
        )


def program() -> bytes:
    """The bytes of the program and its word lists: scores of another program are not taken over."""
    own = sorted(path for path in _FOLDER.iterdir() if path.suffix in {".py", ".yml"})
    return b"".join(path.read_bytes() for path in (*own, *(_FOLDER.parent / name for name in _SHARED)))


@contextmanager
def progress(units: int) -> Iterator[Callable[[str, int, int], None]]:
    """What shows on a terminal how far a long run is; nothing for few units."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=units < MANY) as bar:
        task = bar.add_task("reading", total=None)

        def show(what: str, done: int, total: int) -> None:
            bar.update(task, description=what, completed=done, total=total)

        yield show


def open_for_reading(path: Path) -> str:
    """The text of a UTF-8 file; wrong usage where there is none."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise click.ClickException(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{path}: this is not UTF-8 (byte {error.start}); save it as UTF-8") from error
