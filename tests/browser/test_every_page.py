"""Every page of the book as it looks: nothing sticks out, nothing overlaps, everything can be read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize
from tests.browser.looking import faults
from tests.conftest import OpenPage

pytestmark = pytest.mark.browser

SIZES: tuple[ViewportSize, ...] = ({"width": 360, "height": 740}, {"width": 1280, "height": 800})


@pytest.fixture(scope="session")
def address(book_site: Path, serve: Callable[..., str]) -> str:
    """Where the whole book is served."""
    return serve(book_site)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_page_opens_quietly_and_looks_right(
    open_page: OpenPage, book_site: Path, address: str, language: str
) -> None:
    english = book_site / "en"
    found = (path.parent for path in sorted(book_site.rglob("index.html")))
    folders = [folder for folder in found if folder.is_relative_to(english) == (language == "en")]
    page = open_page(reduced_motion="reduce")
    wrong = {}
    for folder in folders:
        path = folder.relative_to(book_site).as_posix()
        page.goto(f"{address}{path}/".replace("./", ""))
        assert page.locator("html").get_attribute("lang") == language, path
        for size in SIZES:
            page.set_viewport_size(size)
            for scheme in ("light", "dark"):
                if seen := faults(page, scheme):
                    wrong[f"{path} {size['width']} {scheme}"] = seen
    assert len(folders) > 10
    assert wrong == {}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('<p style="width: 2000px">wide</p>', "sideways"),
        ('<p>one two three</p><p style="margin-top: -2.5em">four five six</p>', "overlaps"),
        ('<p style="color: #999; background: #fff">faint</p>', "faint"),
        (
            '<svg><rect width="50" height="20" fill="#888"/><text y="15" fill="#999">x</text></svg>',
            "faint",
        ),
        ('<svg><text y="15">one</text><text x="3" y="16">two</text></svg>', "overlaps"),
    ],
)
def test_what_looks_wrong_is_seen(page: Page, body: str, kind: str) -> None:
    page.set_content(f'<body style="background: #fff; margin: 0"><div class="md-content">{body}</div></body>')
    assert list(faults(page)) == [kind]
