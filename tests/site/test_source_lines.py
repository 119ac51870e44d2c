"""Links to edit, and to the page before and after, in a small book with a guide."""

import re
from pathlib import Path

import pytest
from tests.site.books import FOLDED, REPOSITORY, SITE, build_book
from tests.site.html import Element, read_html


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    environment = {"SITE_URL": SITE, "REPO_URL": REPOSITORY, "SOURCE_DATE_EPOCH": "1790000000"}
    return build_book(FOLDED, tmp_path_factory.mktemp("folded"), environment)


def edits(page: Element) -> list[str]:
    return [link.attributes["href"] for link in page.all("a", class_="moa-edit")]


def heading(address: str) -> str:
    """The line of the manuscript to which an edit link leads."""
    path, _, line = address.removeprefix(f"{REPOSITORY}/edit/main/docs/").partition("#L")
    return FOLDED[path].split("\n")[int(line) - 1]


def test_each_source_leads_to_its_section_and_to_the_line_where_it_is_written(book: Path) -> None:
    page = read_html(book / "guide" / "pods")
    sources = page.all("a", class_="moa-source")
    assert [link.text for link in sources] == ["가 노트 2–3행", "나 노트 2행", "4행"]
    assert [link.attributes["href"] for link in sources] == [
        "../../notes/a/x/#pod",
        "../../notes/b/x/#pod",
        "../../notes/b/x/#more",
    ]
    assert [heading(address) for address in edits(page)] == [
        '## 파드 {#pod data-raw="2-3"}',
        '## 파드가 {#pod data-raw="2"}',
        '## 더함 {#more data-raw="4"}',
    ]


def test_in_english_the_translation_is_edited_where_there_is_one(book: Path) -> None:
    page = read_html(book / "en" / "guide" / "pods")
    headings = [re.split(r"[{]", heading(address))[0].strip("# ") for address in edits(page)]
    assert headings == ["Pod", "파드가", "더함"]


def test_the_page_itself_is_edited_in_its_own_file(book: Path) -> None:
    for name, file in {
        "guide/pods": "ko/guide/pods.md",
        "notes/a/x": "ko/notes/a/x.md",
        "en/guide/pods": "en/guide/pods.md",
    }.items():
        (link,) = read_html(book / name).all("a", rel="edit")
        assert link.attributes["href"] == f"{REPOSITORY}/edit/main/docs/{file}"


def test_before_and_after_follow_the_navigation(book: Path) -> None:
    page = read_html(book / "guide" / "pods")
    assert page.one("link", rel="prev").attributes["href"] == "../.."
    assert page.one("link", rel="next").attributes["href"] == "../nodes/"


def test_the_contents_list_the_guides_headings_and_the_sections_of_a_note(book: Path) -> None:
    def contents(name: str) -> list[str]:
        links = read_html(book / name).all("nav", class_="md-nav--secondary")[0].all("a", class_="md-nav__link")
        return [link.attributes["href"] for link in links]

    assert contents("guide/pods") == ["#pod"]
    assert contents("notes/a/x") == ["#left", "#moa-where", "#moa-corrections", "#pod"]


def test_what_is_missing_in_english_stands_in_korean_and_is_marked(book: Path) -> None:
    page = read_html(book / "en" / "guide" / "pods")
    (korean,) = page.all("div", class_="moa-untranslated")
    assert (korean.attributes["lang"], "더한다." in korean.text, "not translated yet" in korean.text) == (
        "ko",
        True,
        True,
    )
    assert "A Pod is a group." in page.one("article").text
