"""The data files are YAML of their shape."""

from collections.abc import Iterator

from moa.book import Book
from moa.data import Value
from moa.problems import Problem
from moa.schemas import SHAPES


def check(book: Book) -> Iterator[Problem]:
    """Faults of syntax, kinds, fields and forms, and ids given twice."""
    yield from book.faults
    for name, shape in SHAPES.items():
        value = book.data.get(name, Value())
        if value.kind != "nothing":  # a file without entries says nothing yet
            yield from shape.faults(value, name, "")
        yield from _doubled_ids(name, value)


def _doubled_ids(name: str, value: Value) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for item in value.items:
        id_ = item.get("id")
        if id_.words and first.setdefault(id_.text, id_.line) != id_.line:
            fact = f"the id '{id_.text}' is already that of line {first[id_.text]}"
            yield id_.problem(name, fact, "give each entry an id of its own")
