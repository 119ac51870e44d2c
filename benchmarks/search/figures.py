"""How good answers are, in figures and as a table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.search.queries import QUESTION, Query, kinds
from benchmarks.search.typing_bar import Shown

FIRST = 5  # pages among which an answer counts as found
Answers = Mapping[Query, tuple[Shown, ...]]


@dataclass(frozen=True)
class Figures:
    """Of some queries: how many, share found in the first pages, mean reciprocal rank, share whose section is shown."""

    count: int
    recall: float
    rank: float
    sections: float
    empty: int
    foreign: int

    def __str__(self) -> str:
        shown = "" if self.sections < 0 else f"{self.sections:.2f}"
        return f"{self.recall:.3f} | {self.rank:.3f} | {shown} | {self.empty} | {self.foreign}"


HEADINGS = "recall@5 | MRR | section shown | empty | other language"


def rank_of(query: Query, pages: Sequence[Shown]) -> int | None:
    """The place of the first page that answers in the language of the query, from 0."""
    return next((place for place, page in enumerate(pages) if is_answer(query, page)), None)


def is_answer(query: Query, page: Shown) -> bool:
    """Whether a page is one that the query is meant to find."""
    return page.language == query.language and page.path in query.pages


def figures(answers: Answers) -> Figures:
    """The figures of queries with what was shown for each."""
    count = len(answers) or 1
    ranks = [rank_of(query, pages) for query, pages in answers.items()]
    with_sections = [(query, pages) for query, pages in answers.items() if query.sections]
    told = [bool(query.sections & set(_sections(query, pages))) for query, pages in with_sections]
    return Figures(
        count=len(answers),
        recall=sum(rank is not None and rank < FIRST for rank in ranks) / count,
        rank=sum(1 / (rank + 1) for rank in ranks if rank is not None) / count,
        sections=sum(told) / len(told) if told else -1,
        empty=sum(not pages for pages in answers.values()),
        foreign=sum(page.language != query.language for query, pages in answers.items() for page in pages),
    )


def _sections(query: Query, pages: Sequence[Shown]) -> Iterator[str]:
    own = (page for page in pages[:FIRST] if page.language == query.language)
    yield from (f"{page.path}#{anchor}" for page in own for anchor in page.anchors)


def table(sites: Mapping[str, Answers]) -> Iterator[str]:
    """A table in Markdown: a row for each kind and for all, the figures of each site side by side."""
    queries = list(next(iter(sites.values())))
    columns = " | ".join(f"{name}: {HEADINGS}" for name in sites)
    yield f"| queries | number | {columns} |"
    yield f"|---|---|{'---|' * (len(HEADINGS.split('|')) * len(sites))}"
    for language in dict.fromkeys(query.language for query in queries):
        own = [query for query in queries if query.language == language]
        rows = {kind: [query for query in own if query.kind == kind] for kind in kinds(own)}
        rows["all without questions"] = [query for query in own if query.kind != QUESTION]
        rows["all"] = own
        for name, some in rows.items():
            cells = " | ".join(str(figures({query: answers[query] for query in some})) for answers in sites.values())
            yield f"| {language}, {name} | {len(some)} | {cells} |"


def missed(answers: Answers) -> Iterator[str]:
    """The queries whose answer is not among the first pages, with what is."""
    for query, pages in answers.items():
        rank = rank_of(query, pages)
        if rank is None or rank >= FIRST:
            shown = ", ".join(page.path or "(home)" for page in pages[:FIRST]) or "nothing"
            yield f"{query.language}, {query.kind}: {query.query!r} wants {' or '.join(query.targets)}; shown: {shown}"
