"""100,000 random queries in either language: none may fail, take over 100 ms, or put more than marks into the page.

`python -m benchmarks.search.fuzz SITE [COUNT]`
"""

import sys
import time
from itertools import islice
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests.browser.queries import random_queries
from tests.browser.test_search_engine import ALLOWED, ENGINE, SLOW
from tests.chromium import install, installed, launch_flags
from tests.serving import served

from moa.languages import LANGUAGES

COUNT = 100_000
_AT_ONCE = 1_000


def fuzz(site: Path, count: int) -> int:
    """Ask the engine so many queries, and print what went wrong; the number of faults."""
    faults = 0
    with served(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed() or install(), args=launch_flags())
        for number, language in enumerate(LANGUAGES):
            page = browser.new_page()
            page.goto(base)
            page.evaluate(ENGINE, {"base": base, "language": language})
            queries = random_queries(count // len(LANGUAGES), seed=1000 + number)
            started = time.perf_counter()
            while some := list(islice(queries, _AT_ONCE)):
                found = page.evaluate("(given) => window.engine.faults(...given)", [some, SLOW, list(ALLOWED)])
                faults += len(found)
                print(
                    *(f"{language}: {query[:80]!r}: {what}" for query, what in found), sep="\n", end="\n" * bool(found)
                )
            print(f"{language}: {count // len(LANGUAGES):,} queries in {time.perf_counter() - started:.0f} s")
            page.close()
        browser.close()
    print(f"{faults} faults")
    return faults


if __name__ == "__main__":
    sys.exit(fuzz(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else COUNT) > 0)
