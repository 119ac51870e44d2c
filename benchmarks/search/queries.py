"""Queries with the pages and sections that answer them, from a data file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from moa.data import read_data
from moa.languages import LANGUAGES
from moa.problems import Problem
from moa.shapes import ListOf, Record, Text

QUERIES = Path(__file__).with_name("queries.yml")
_ENTRIES = ListOf(
    Record(
        {"query": Text(), "language": Text("ko or en", choices=LANGUAGES), "kind": Text(), "targets": ListOf(Text())}
    )
)
QUESTION = "question"  # the kind that is counted apart


@dataclass(frozen=True)
class Query:
    """What somebody types, of which kind, and the addresses (page, or page#section) that answer it, the best first."""

    query: str
    language: str
    kind: str
    targets: tuple[str, ...]

    @property
    def pages(self) -> frozenset[str]:
        """The pages of its targets, as `path_of` gives them."""
        return frozenset(path_of(target.partition("#")[0]) for target in self.targets)

    @property
    def sections(self) -> frozenset[str]:
        """Its targets that are sections."""
        return frozenset(
            f"{path_of(page)}#{anchor}" for page, mark, anchor in (each.partition("#") for each in self.targets) if mark
        )


class FaultyQueriesError(Exception):
    """Queries that cannot be asked: every fault with its place and the way out."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))


def read_queries(path: Path) -> tuple[Query, ...]:
    """The queries of a file, in its order; FaultyQueriesError where the file has faults."""
    value, problems = read_data(path.name, path.read_text(encoding="utf-8"))
    problems = problems or list(_ENTRIES.faults(value, path.name, ""))
    if problems:
        raise FaultyQueriesError(sorted(problems))
    return tuple(
        Query(
            row.get("query").text,
            row.get("language").text,
            row.get("kind").text,
            tuple(target.text for target in row.get("targets").texts),
        )
        for row in value.items
    )


def path_of(page: str) -> str:
    """A page's path as its address has it: `a/index` is `a`, the home page is empty."""
    return page.removesuffix("/").removesuffix("index").removesuffix("/")


def kinds(queries: Sequence[Query]) -> list[str]:
    """The kinds in the order in which they come first, questions last."""
    found = list(dict.fromkeys(each.kind for each in queries))
    return sorted(found, key=lambda kind: kind == QUESTION)
