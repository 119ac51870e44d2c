"""The whole measure of the search: on the book beside the theme's own, on 4,000 made-up pages, by random queries."""

import tempfile
from pathlib import Path

from benchmarks.search.fuzz import COUNT, fuzz
from benchmarks.search.generated import generate
from benchmarks.search.large import enlarge
from benchmarks.search.queries import QUERIES, read_queries
from benchmarks.search.run import report
from benchmarks.search.stock import build_stock

from moa.publish import publish

_PAGES, _GENERATED = 4_000, 20  # pages a language, queries of each kind
_ROOT = Path(__file__).parent.parent.parent


def main() -> None:
    """Print everything; some ten minutes."""
    with tempfile.TemporaryDirectory() as folder:
        site, stock, large = (Path(folder, name) for name in ("site", "stock", "large"))
        assert publish(_ROOT, _ROOT / "docs", site, strict=True) == 0, "docs/ does not build"
        build_stock(_ROOT, _ROOT / "docs", stock)
        print("\nThe book, queries written by hand:\n")
        report({"moa": site, "stock": stock}, read_queries(QUERIES))
        print("\nThe book, queries made from titles and headings:\n")
        report({"moa": site}, list(generate(site, _GENERATED)))
        print(f"\n{_PAGES:,} made-up pages a language, queries made from titles and headings:\n")
        enlarge(site, large, _PAGES)
        report({"moa": large}, list(generate(large, _GENERATED)))
        print("\nRandom queries:\n")
        fuzz(site, COUNT)


if __name__ == "__main__":
    main()
