"""No page repeats a run of a raw note's words."""

from collections.abc import Iterator, Mapping

from moa.book import Book
from moa.checks.raw import decoded
from moa.problems import Problem
from moa.shared_words import raw_runs, shared_runs

_SHOWN = 40


def check(book: Book) -> Iterator[Problem]:
    """Runs shared with any raw file at hand, on pages of both languages."""
    if not book.raws:
        return
    names = {name for entry in book.notes for name in entry.quotable}
    runs = raw_runs(_texts(book, book.raws), names)
    for page in book.corpus.pages.values():
        for run in shared_runs(page.text, runs):
            words = run.words if len(run.words) <= _SHOWN else f"{run.words[:_SHOWN]}…"
            fact = f"{len(run.words)} characters in a row are as in {run.raw}: {words}"
            yield Problem(page.path, run.line, 0, fact, "say it in words of your own")


def _texts(book: Book, raws: Mapping[str, bytes]) -> dict[str, str]:
    encodings = {entry.raw_file: entry.encoding for entry in book.notes}
    return {file: _text(content, encodings.get(file, "utf-8")) for file, content in raws.items()}


def _text(content: bytes, encoding: str) -> str:
    readings = (decoded(content, each) for each in (encoding, "utf-8", "cp949", "utf-16"))
    return next((text for text in readings if text is not None), content.decode("utf-8", "replace"))
