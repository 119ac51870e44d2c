"""Queries with the pages and sections that answer them, from a data file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

QUERIES = Path(__file__).with_name("queries.yml")
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


def read_queries(path: Path) -> tuple[Query, ...]:
    """The queries of a file, in its order."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(Query(str(row["query"]), row["language"], row["kind"], tuple(row["targets"])) for row in rows)


def path_of(page: str) -> str:
    """A page's path as its address has it: `a/index` is `a`, the home page is empty."""
    return page.removesuffix("/").removesuffix("index").removesuffix("/")


def kinds(queries: Sequence[Query]) -> list[str]:
    """The kinds in the order in which they come first, questions last."""
    found = list(dict.fromkeys(each.kind for each in queries))
    return sorted(found, key=lambda kind: kind == QUESTION)
