"""The tools of the browser tests, on pages that are quiet and pages that are not."""

from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page
from tests.conftest import Serve
from tests.quiet import Noise
from tests.unit.trees import write_tree

PAGES = {
    "index.html": "<!doctype html><title>home</title><link rel=icon href='data:,'>",
    "404.html": "<!doctype html><title>lost</title>",
    "console.html": "<!doctype html><link rel=icon href='data:,'><script>console.error('oh')</script>",
    "thrown.html": "<!doctype html><link rel=icon href='data:,'><script>throw new Error('oh')</script>",
    "image.html": "<!doctype html><link rel=icon href='data:,'><img src=none.png>",
    "abroad.html": "<!doctype html><link rel=icon href='data:,'><script src=https://cdn.example/x.js></script>",
}


@pytest.fixture
def address(tmp_path: Path, serve: Serve) -> str:
    return serve(write_tree(tmp_path, PAGES), "/moa/")


@pytest.fixture
def heard(browser: Browser) -> Iterator[tuple[Page, Noise]]:
    """A page whose noise is the test's own affair."""
    noise = Noise()
    context = browser.new_context()
    page = context.new_page()
    noise.listen(page)
    yield page, noise
    context.close()


def test_a_folder_is_served_under_its_prefix_with_its_own_page_for_what_is_missing(address: str) -> None:
    assert address.endswith("/moa/")
    assert "home" in urlopen(address).read().decode()
    for missing in (address + "none/", address.removesuffix("moa/"), address.removesuffix("moa/") + "index.html"):
        with pytest.raises(HTTPError) as error:
            urlopen(missing)
        assert error.value.code == 404
        assert "lost" in error.value.read().decode()


def test_a_page_without_fault_is_quiet(heard: tuple[Page, Noise], address: str) -> None:
    page, noise = heard
    page.goto(address)
    noise.assert_quiet()
    assert page.title() == "home"


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("console", "console error: oh"),
        ("thrown", "uncaught: oh"),
        ("image", "404: .*/none.png"),
        ("abroad", "another host: https://cdn.example/x.js"),
    ],
)
def test_what_a_page_does_wrong_is_heard(heard: tuple[Page, Noise], address: str, name: str, fault: str) -> None:
    page, noise = heard
    page.goto(f"{address}{name}.html", wait_until="networkidle")
    with pytest.raises(AssertionError, match=fault):
        noise.assert_quiet()


def test_what_a_test_provokes_can_be_allowed(heard: tuple[Page, Noise], address: str) -> None:
    page, noise = heard
    noise.allow("none.png")
    page.goto(f"{address}image.html", wait_until="networkidle")
    noise.assert_quiet()
