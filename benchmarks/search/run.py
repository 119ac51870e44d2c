"""How good and how fast the search of a built site is, measured by typing into its bar.

`python -m benchmarks.search.run SITE [--stock SITE] [--queries FILE | --generated N] [--missed]`
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

import click
from benchmarks.search.figures import Answers, missed, table
from benchmarks.search.generated import generate
from benchmarks.search.queries import QUERIES, FaultyQueriesError, Query, read_queries
from benchmarks.search.typing_bar import Bar, Shown, cold
from playwright.sync_api import Browser, sync_playwright
from tests.chromium import install, installed, launch_flags
from tests.serving import served

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
TIMED, COLD = 40, 6  # queries of each language that are timed letter by letter, and from an empty cache


@click.command()
@click.argument("site", type=_FOLDER)
@click.option("--stock", type=_FOLDER, help="The same pages with the theme's own search, to stand beside.")
@click.option(
    "--queries", type=_FILE, default=QUERIES, show_default="those of the book", help="Queries with their answers."
)
@click.option("--generated", type=int, help="Make so many queries of each kind from titles and headings instead.")
@click.option("--missed", "tell_missed", is_flag=True, help="List the queries whose answer is not shown.")
def main(site: Path, stock: Path | None, queries: Path, generated: int | None, tell_missed: bool) -> None:
    """Print how good and how fast the search of SITE is."""
    try:
        asked = tuple(generate(site, generated) if generated else read_queries(queries))
    except FaultyQueriesError as error:
        raise click.ClickException(str(error)) from error
    answers = report({"moa": site, **({"stock": stock} if stock else {})}, asked)
    if tell_missed:
        print("\nnot found:", *missed(answers), sep="\n")


def report(sites: Mapping[str, Path], queries: Sequence[Query]) -> Answers:
    """Print the table and the costs of sites by name; what the first of them shows."""
    with _chromium() as browser:
        answers = {name: ask(browser, folder, queries) for name, folder in sites.items()}
        print(*table(answers), sep="\n")
        for name, folder in sites.items():
            print(f"\n{name}:", *costs(browser, folder, queries), sep="\n")
    return next(iter(answers.values()))


def ask(browser: Browser, site: Path, queries: Sequence[Query]) -> Answers:
    """What a site shows for each query."""
    found: dict[Query, tuple[Shown, ...]] = {}
    with served(site) as base:
        for language in _languages(queries):
            bar = Bar(browser, base, language)
            found |= {query: bar.ask(query.query) for query in queries if query.language == language}
            bar.close()
    return {query: found[query] for query in queries}


def costs(browser: Browser, site: Path, queries: Sequence[Query]) -> Iterator[str]:
    """What a search costs: from an empty cache, and letter by letter with everything fetched before."""
    with served(site) as base:
        for language in _languages(queries):
            own = [query.query for query in queries if query.language == language]
            some = [cold(browser, base, language, each) for each in _spread(own, COLD)]
            packed, first = [each.packed for each in some], [each.first for each in some]
            yield f"{language}: {max(each.before for each in some):,} bytes before focus"
            yield f"{language}: first result after {median(packed):,.0f} bytes of gzip, most {max(packed):,}"
            yield f"{language}: first result {median(first):,.0f} ms after focus, most {max(first):,.0f} ms"
            bar = Bar(browser, base, language)
            timed = _spread(own, TIMED)
            for words in timed:
                bar.times(words)
            pairs = [pair for words in timed for pair in bar.times(words)]
            bar.close()
            yield f"{language}: QUERY to RESULT {_spans(took for took, _ in pairs)}"
            yield f"{language}: keystroke to paint {_spans(paint for _, paint in pairs)}"


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed() or install(), args=launch_flags())
        yield browser
        browser.close()


def _languages(queries: Iterable[Query]) -> list[str]:
    return list(dict.fromkeys(query.language for query in queries))


def _spread(words: Sequence[str], count: int) -> list[str]:
    """So many of them, evenly spread over all."""
    step = max(len(words) // count, 1)
    return list(words[::step][:count])


def _spans(times: Iterable[float]) -> str:
    some = list(times)
    return f"p50 {median(some):.1f} ms, p95 {quantiles(some, n=20)[-1]:.1f} ms"


if __name__ == "__main__":
    main()
