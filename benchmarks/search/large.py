"""An index of any number of pages a language, made directly and put into a copy of a site."""

import shutil
import time
from pathlib import Path

from benchmarks.search.made_up import made_up

from moa.languages import LANGUAGES
from moa.searching.index import index


def enlarge(site: Path, out: Path, pages: int) -> None:
    """Copy a site and give it the index of made-up pages in each language; its own pages are not in it."""
    shutil.copytree(site, out)
    for language in LANGUAGES:
        shutil.rmtree(out / "search" / language, ignore_errors=True)
        entries = list(made_up(pages, language))
        started = time.perf_counter()
        files = index(entries, [], language)
        seconds = time.perf_counter() - started
        for path, text in files.items():
            file = out / "search" / language / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        size = sum(len(text.encode()) for text in files.values())
        print(f"{language}: {pages:,} pages indexed in {seconds:.1f} s, {len(files):,} files, {size / 1e6:.1f} MB")
