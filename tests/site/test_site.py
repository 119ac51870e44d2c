import json
import logging
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from tests.site.books import BOOK, IMPORTED, REPOSITORY, SITE, build_book
from tests.site.html import Element, read_html
from tests.site.searched import searched

from moa.markdown import EXTENSIONS

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    environment = {"SITE_URL": SITE, "REPO_URL": REPOSITORY, "SOURCE_DATE_EPOCH": "1790000000"}
    return build_book(BOOK, tmp_path_factory.mktemp("book"), environment)


@pytest.fixture(scope="module")
def unplaced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same book built where neither a site nor a repository is known."""
    return build_book(BOOK, tmp_path_factory.mktemp("unplaced"))


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_book(IMPORTED, tmp_path_factory.mktemp("imported"), {"SITE_URL": SITE})


def canonical(page: Element) -> str:
    return page.one("link", rel="canonical").attributes["href"]


def alternates(page: Element) -> dict[str, str]:
    return {each.attributes["hreflang"]: each.attributes["href"] for each in page.all("link", rel="alternate")}


def robots(page: Element) -> list[str]:
    return [each.attributes["content"] for each in page.all("meta", name="robots")]


def edit_links(page: Element) -> list[str]:
    return [each.attributes["href"] for each in page.all("a", rel="edit")]


def switch(page: Element) -> dict[str, str]:
    return {each.attributes["hreflang"]: each.attributes["href"] for each in page.all("a", class_="moa-switch")}


def navigation(page: Element) -> list[tuple[str, str]]:
    """Words and language of every entry of the main navigation, in order, the table of contents left out."""
    main = page.one("nav", class_="md-nav--primary")
    labels = [span for span in main.all("span", class_="md-ellipsis") if not _inside_contents(span)]
    found = []
    for span in labels:
        inner = [each for each in span.all("span") if "lang" in each.attributes]
        found.append((span.text.strip(), (inner or [span])[-1].language))
    return list(dict.fromkeys(found))


def _inside_contents(element: Element) -> bool:
    place: Element | None = element
    while place:
        if "md-nav--secondary" in place.attributes.get("class", ""):
            return True
        place = place.parent
    return False


def contents(page: Element) -> dict[str, str]:
    """Language of every entry of the page's table of contents, by the address that it leads to."""
    entries = page.all("nav", class_="md-nav--secondary")[-1].all("a", class_="md-nav__link")
    return {each.attributes["href"]: [each, *each.all("span")][-1].language for each in entries}


def test_korean_is_at_the_root_and_english_under_en(book: Path) -> None:
    assert read_html(book).attributes["lang"] == "ko"
    assert read_html(book / "en").attributes["lang"] == "en"
    assert read_html(book / "notes/a/pod").one("h1").text.startswith("파드")
    assert read_html(book / "en/notes/a/pod").one("h1").text.startswith("Pod")


@pytest.mark.parametrize("path", ["", "en/", "notes/a/pod/", "en/notes/a/pod/"])
def test_a_page_is_its_own_canonical_and_names_its_other_language(book: Path, path: str) -> None:
    page, plain = read_html(book / path), path.removeprefix("en/")
    assert canonical(page) == SITE + path
    assert alternates(page) == {"ko": SITE + plain, "en": f"{SITE}en/{plain}", "x-default": SITE + plain}
    assert robots(page) == []


def test_a_korean_page_without_a_translation_names_none(book: Path) -> None:
    page = read_html(book / "notes/b/node")
    assert canonical(page) == f"{SITE}notes/b/node/"
    assert set(alternates(page)) == {"ko", "x-default"}


def test_a_page_without_a_translation_shows_the_korean_and_says_so_in_english(book: Path) -> None:
    page = read_html(book / "en/notes/b/node")
    notice = page.one("aside", class_="moa-fallback")
    assert (page.language, notice.language, page.one("h1").language) == ("en", "en", "ko")
    assert "not translated yet" in notice.text
    assert [each.attributes["href"] for each in notice.all("a")] == [
        "../../../../notes/b/node/",
        f"{REPOSITORY}/new/main?filename=docs/en/notes/b/node.md",
    ]
    assert set(contents(page).values()) == {"ko"}


def test_a_page_without_a_translation_is_kept_from_crawlers(book: Path) -> None:
    page = read_html(book / "en/notes/b/node")
    assert (canonical(page), robots(page), alternates(page)) == (f"{SITE}notes/b/node/", ["noindex"], {})


def test_the_sitemap_has_the_real_pages_and_their_languages(book: Path) -> None:
    found = {}
    for url in ElementTree.parse(book / "sitemap.xml").iterfind("s:url", SITEMAP):
        links = {each.attrib["hreflang"]: each.attrib["href"] for each in url.iterfind("x:link", SITEMAP)}
        assert url.findtext("s:lastmod", "", SITEMAP) == "2026-09-21"
        found[url.findtext("s:loc", "", SITEMAP)] = links
    both = {"ko": SITE, "en": f"{SITE}en/", "x-default": SITE}
    pod = {"ko": f"{SITE}notes/a/pod/", "en": f"{SITE}en/notes/a/pod/", "x-default": f"{SITE}notes/a/pod/"}
    node = {"ko": f"{SITE}notes/b/node/", "x-default": f"{SITE}notes/b/node/"}
    assert found == {both["ko"]: both, both["en"]: both, pod["ko"]: pod, pod["en"]: pod, node["ko"]: node}


def test_a_missing_section_stands_in_korean_at_its_place_with_a_notice(book: Path) -> None:
    page = read_html(book / "en/notes/a/pod")
    headings = [(each.attributes["id"], each.language) for each in page.all("h2")]
    assert headings[:3] == [("lifecycle", "ko"), ("network", "en"), ("volume", "en")]
    part = page.one("div", class_="moa-untranslated")
    notice = part.one("p", class_="moa-notice--missing")
    assert notice.language == "en"
    assert notice.one("a").attributes["href"] == f"{REPOSITORY}/edit/main/docs/en/notes/a/pod.md"
    assert contents(page).items() >= {"#lifecycle": "ko", "#network": "en", "#volume": "en"}.items()


def test_what_a_korean_section_refers_to_is_found_from_the_english_page(book: Path) -> None:
    page = read_html(book / "en/notes/a/pod")
    part = page.one("div", class_="moa-untranslated")
    assert (book / "en/notes/a/pod" / part.one("img").attributes["src"]).resolve().is_file()
    assert "../../../notes/b/node/#node" in [each.attributes["href"] for each in part.all("a")]
    assert [each.language for each in page.one("div", class_="footnote").all("li")] == ["ko"]


def test_a_section_that_is_behind_stays_english_and_leads_to_the_korean(book: Path) -> None:
    page = read_html(book / "en/notes/a/pod")
    notice = page.one("p", class_="moa-notice--behind")
    assert "has changed since" in notice.text
    assert [each.attributes["href"] for each in notice.all("a")] == [
        "../../../../notes/a/pod/#volume",
        f"{REPOSITORY}/edit/main/docs/en/notes/a/pod.md",
    ]


def test_korean_words_are_not_in_the_english_search(book: Path) -> None:
    english = searched(book, "en")
    assert set(english) == {"en/", "en/notes/a/pod/", "en/notes/a/pod/#network", "en/notes/a/pod/#volume"}
    assert not any("가" <= letter <= "힣" for each in english.values() for letter in each)
    assert "has changed since" not in english["en/notes/a/pod/#volume"]


def test_the_index_that_the_theme_asks_for_is_empty(book: Path) -> None:
    assert json.loads((book / "search/search_index.json").read_text(encoding="utf-8"))["docs"] == []


def test_the_navigation_follows_the_data_files_in_both_languages(book: Path) -> None:
    assert [words for words, _ in navigation(read_html(book))] == ["홈", "노트", "나 노트", "노드", "가 노트", "파드"]
    assert navigation(read_html(book / "en")) == [
        ("Home", "en"),
        ("Notes", "en"),
        ("나 노트", "ko"),
        ("노드", "ko"),
        ("Note A", "en"),
        ("Pod", "en"),
    ]


def test_edit_links_lead_to_the_source_or_to_where_a_translation_is_written(book: Path) -> None:
    assert edit_links(read_html(book / "notes/a/pod")) == [f"{REPOSITORY}/edit/main/docs/ko/notes/a/pod.md"]
    assert edit_links(read_html(book / "en/notes/a/pod")) == [f"{REPOSITORY}/edit/main/docs/en/notes/a/pod.md"]
    new = f"{REPOSITORY}/new/main?filename=docs/en/notes/b/node.md"
    assert edit_links(read_html(book / "en/notes/b/node")) == [new]


@pytest.mark.parametrize("path", ["", "en/", "notes/a/pod/", "en/notes/b/node/"])
def test_the_switcher_leads_to_the_same_page(book: Path, path: str) -> None:
    links = switch(read_html(book / path))
    plain = path.removeprefix("en/")
    reached = {code: (book / path / href).resolve() for code, href in links.items()}
    assert reached == {"ko": (book / plain).resolve(), "en": (book / "en" / plain).resolve()}


def test_without_addresses_links_are_relative_and_edit_links_absent(unplaced: Path) -> None:
    page = read_html(unplaced / "en/notes/b/node")
    assert (canonical(page), edit_links(page)) == ("../../../../notes/b/node/", [])
    assert canonical(read_html(unplaced / "notes/a/pod")) == "./"
    assert read_html(unplaced).all("a", class_="md-source") == []
    assert "None" not in (unplaced / "sitemap.xml").read_text(encoding="utf-8")


def test_a_tree_with_korean_pages_alone_builds_in_both_languages(imported: Path) -> None:
    for path in ("", "notes/a/pod", "notes/b/node"):
        page = read_html(imported / "en" / path)
        assert (page.language, page.one("h1").language, robots(page)) == ("en", "ko", ["noindex"])
    assert "/en/" not in (imported / "sitemap.xml").read_text(encoding="utf-8")
    assert (imported / "assets/stylesheets/moa.css").is_file()


def test_two_builds_of_a_tree_are_the_same_byte_for_byte(unplaced: Path, tmp_path: Path) -> None:
    again = build_book(BOOK, tmp_path)
    names = sorted(path.relative_to(unplaced) for path in unplaced.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert [name for name in names if (unplaced / name).read_bytes() != (again / name).read_bytes()] == []


def test_a_page_that_nothing_names_still_builds_and_is_mentioned(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        site = build_book({**BOOK, "ko/extra.md": "# 덤 {#extra}\n"}, tmp_path)
    assert navigation(read_html(site))[-1] == ("덤", "ko")
    assert "'extra.md' is not named, so it comes last" in caplog.text


def test_a_page_that_nav_yml_names_and_nobody_wrote_fails_the_strict_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        build_book({**BOOK, "nav.yml": "- path: index.md\n- path: note/\n"}, tmp_path)
    assert "nav.yml:2:9: there is no 'note/'; did you mean 'notes/'?" in caplog.text


@pytest.mark.parametrize("name", ["nav.yml", "notes.yml"])
def test_a_data_file_that_is_no_yaml_is_told_with_its_line(
    name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        build_book({**BOOK, name: "- id: a\n  x: [\n"}, tmp_path)
    assert f"{name}:3:1: this is not YAML" in caplog.text


def test_pages_that_are_not_utf_8_are_all_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    bad = [tmp_path / "docs/ko/one.md", tmp_path / "docs/ko/two.md"]
    bad[0].parent.mkdir(parents=True)
    for path in bad:
        path.write_bytes("# 제목".encode("cp949"))
    with pytest.raises(Abort):
        build_book(BOOK, tmp_path)
    assert all(f"{path.name}: this is not UTF-8 text; save it as UTF-8" in caplog.text for path in bad)


def test_no_page_asks_another_host_for_anything(book: Path) -> None:
    for path in book.rglob("*.html"):
        page = read_html(path)
        loaded = [
            each.attributes["src"]
            for tag in ("script", "img", "iframe")
            for each in page.all(tag)
            if "src" in each.attributes
        ]
        loaded += [
            each.attributes["href"]
            for rel in ("stylesheet", "icon", "preconnect", "preload")
            for each in page.all("link", rel=rel)
        ]
        assert [each for each in loaded if "//" in each] == []
        assert 'data-md-component="source"' not in path.read_text(encoding="utf-8")


def test_the_error_page_speaks_both_languages(book: Path) -> None:
    page = read_html(book / "404.html")
    assert [each.language for each in page.all("h1")] == ["ko", "en"]
    assert robots(page) == ["noindex"]
    links = [each.attributes["href"] for part in page.all("section") for each in part.all("a")]
    assert links == ["/moa/", "/moa/en/"]


@pytest.mark.parametrize(("path", "title"), [("", "첫 페이지 - 모아"), ("en/", "First page - Moa")])
def test_the_home_page_of_each_language_is_laid_out_as_such(book: Path, path: str, title: str) -> None:
    page = read_html(book / path)
    assert page.one("head").one("title").text == title
    assert page.one("div", class_="moa-home").all("h1")


def test_data_files_are_not_published(book: Path) -> None:
    assert list(book.rglob("*.yml")) == []


def test_the_site_renders_with_the_extensions_that_the_checks_know(tmp_path: Path) -> None:
    page = "# 덤 {#extra}\n\n/// correction | 무엇이 틀렸나\n바로잡는다.\n///\n\n~~지운 말~~\n\n- [x] 한 일\n"
    site = build_book({**BOOK, "ko/extra.md": page}, tmp_path)
    built = read_html(site / "extra")
    assert "correction" in EXTENSIONS["pymdownx.blocks.admonition"]["types"]
    assert built.one("div", class_="correction").one("p", class_="admonition-title").text == "무엇이 틀렸나"
    assert [len(built.all(tag)) for tag in ("del",)] == [1]
    assert built.all("li", class_="task-list-item")


def test_markup_in_titles_and_labels_is_shown_not_obeyed(tmp_path: Path) -> None:
    """Notes on the web quote tags in their headings; themes and titles must not read them as tags."""
    files = {
        "ko/index.md": "# 첫 페이지 {#home}\n\n글이다.\n",
        "ko/notes/a/tag.md": '# `</title><script>alert(1)</script>` 쓰기 {#tag data-raw="1"}\n\n글이다.\n',
        "notes.yml": """- id: a
  short: {ko: "<img src=x onerror=alert(2)> A&B"}
  title: {ko: 태그}
  raw: {file: a.txt, sha256: "%s", lines: "1"}
"""
        % ("0" * 64),
    }
    site = build_book(files, tmp_path)
    for path in site.rglob("*.html"):
        page = read_html(path)
        assert not [each for each in page.all("img") if "onerror" in each.attributes], path
        assert all("alert" not in each.text for each in page.all("script")), path
    labels = navigation(read_html(site / "notes/a/tag/index.html"))
    assert "<img src=x onerror=alert(2)> A&B" in [words for words, _ in labels]


def test_a_box_without_a_title_is_named_in_the_language_of_its_page(tmp_path: Path) -> None:
    box = "/// warning\nA box.\n///\n"
    files = {
        "ko/index.md": f"# 첫 페이지 {{#home}}\n\n{box}",
        "en/index.md": f"# First page {{#home}}\n\n{box}",
    }
    site = build_book(files, tmp_path)
    titles = [
        read_html(site / name).one("p", class_="admonition-title").text for name in ("index.html", "en/index.html")
    ]
    assert titles == ["주의", "Warning"]
