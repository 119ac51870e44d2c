"""Fixtures for every test: a site built once, a server for it, and a real browser."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright
from tests.chromium import installed, launch_flags
from tests.quiet import Noise
from tests.serving import served

from moa.publish import publish

# Machines that also build and browse are slow at times; what an example finds counts, not how long it took.
# The same examples every time, so that no change is blamed for what another run would have found; to look for new
# ones: pytest --hypothesis-profile=explore
settings.register_profile("moa", settings(deadline=None, derandomize=True))
settings.register_profile("explore", settings(deadline=None, max_examples=2000))
settings.load_profile("moa")

ROOT = Path(__file__).parent.parent
OpenPage = Callable[..., Page]
Serve = Callable[..., str]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser: `pytest -m "not browser"` is the quick half."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def book_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of docs/: the one that `make test` has just built, else built here, once for all workers."""
    if built := os.environ.get("MOA_TEST_SITE"):
        return Path(built)
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    site = shared / "book"
    with (shared / "book.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.is_dir():
            assert publish(ROOT, ROOT / "docs", site, strict=True) == 0, "docs/ does not build"
    return site


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """`serve(directory, prefix="/")` gives the address, ending in `/`, at which a folder is served until the end."""
    with ExitStack() as servers:
        yield lambda directory, prefix="/": servers.enter_context(served(directory, prefix))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; its tests are skipped where there is none, and fail where CI is set."""
    path = os.environ.get("MOA_CHROMIUM") or installed()
    if not path:
        answer = pytest.fail if os.environ.get("CI") else pytest.skip
        answer("no Chromium on this machine; `make test` installs one where it may")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=launch_flags())
        yield chromium
        chromium.close()


@pytest.fixture
def noise() -> Noise:
    """What the pages of this test said that they should not; `noise.allow(pattern)` for what a test provokes."""
    return Noise()


@pytest.fixture
def open_page(browser: Browser, noise: Noise) -> Iterator[OpenPage]:
    """`open_page(**options)` opens a page in a fresh context (viewport, color_scheme, locale, …), heard by `noise`.

    At the end of the test every page must have been quiet.
    """
    with ExitStack() as contexts:

        def opened(**options: object) -> Page:
            context = browser.new_context(**options)  # type: ignore[arg-type]
            contexts.callback(context.close)
            page = context.new_page()
            noise.listen(page)
            return page

        yield opened
        noise.assert_quiet()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """One page in a window of 1280 by 800."""
    return open_page(viewport={"width": 1280, "height": 800})
