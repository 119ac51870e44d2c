"""What holds of references in any text: nothing else changes, twice changes nothing, and no order matters."""

import re
from collections.abc import Mapping
from random import Random

from hypothesis import given, reject
from hypothesis import strategies as st
from tests.unit.test_references import site_of

from moa.book import read_book
from moa.corpus import read_corpus
from moa.linking.page import linked
from moa.linking.site import Leaf, Site
from moa.linking.site_pages import link_pages
from moa.references import as_words, find_references, settled
from moa.rendering import renderer

GLOSSARY = """- {id: pod, ko: 파드, en: Pod, definition: {ko: 작은 단위다., en: A unit.}, home: guide/pods#pod}
- {id: container, ko: 컨테이너, en: container, definition: {ko: 프로세스다., en: A process.}}
- {id: runtime, ko: 컨테이너 런타임, en: container runtime, definition: {ko: 돌리는 것이다., en: It runs.}}
- {id: service, ko: 서비스, en: Service, everyday: {ko: [서비스], en: [Service]}}
"""
TREE = {
    "ko/index.md": "# 홈 {#home}\n",
    "ko/glossary.md": "# 용어집 {#glossary}\n",
    "ko/guide/pods.md": "# 파드 {#pods}\n\n## 파드란 {#pod}\n\n말.\n\n## 곁 {#beside}\n\n말.\n",
    "glossary.yml": GLOSSARY,
}
PAGE = "guide/page"
_PIECES = [
    *[
        "[[pod]]",
        "[[pod|말]]",
        "[[pods#beside]]",
        "[[none]]",
        "[[container]]{은/는}",
        "[[#here]]",
        "[[",
        "]]",
        "[말](pods.md#pod)",
    ],
    *[
        "[밖](https://example.org)",
        "![그림](x.png)",
        "[말][1]",
        "파드",
        "컨테이너 런타임",
        "서비스(Service)",
        "를 ",
        "에서는",
        " ",
        "\n",
    ],
    *[
        "\n\n",
        "`",
        "``",
        "```\n",
        "\n    ",
        "<!-- ",
        " -->",
        "**",
        "_",
        "\\",
        "| ",
        "- ",
        "> ",
        "## 제목\n\n",
        "{: .x }",
        "$",
        "<b>",
    ],
    *[
        "</b>",
        "/// note | 파드\n",
        "\n///\n",
        "[^1]",
        "\n[^1]: 파드\n",
        "\r\n",
        "e\u0301",
        "가",
        "\u200b",
        "Pods",
        "한 문장이다. ",
    ],
]
texts = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join).map(lambda text: f"# 쪽 {{#here}}\n\n{text}\n")


def tree(text: str) -> dict[str, str]:
    return {**TREE, f"ko/{PAGE}.md": text}


def pages(files: Mapping[str, str]) -> Site:
    return site_of(read_book(read_corpus(files)), "ko")


TARGETS = read_corpus(tree("# 쪽 {#here}\n")).targets


@given(texts)
def test_text_outside_references_stays_byte_for_byte(text: str) -> None:
    parts, at = [], 0
    for reference in find_references(text):
        parts.append(text[at : reference.start])
        at = reference.end
    outside = [part for part in [*parts, text[at:]] if part]
    written = settled(text, PAGE, "ko", TARGETS)
    place = 0
    for part in outside:
        place = written.index(part, place) + len(part)


def without_links(text: str) -> str:
    """The text with the words of links to pages in their place, however these are written."""
    without_anchors = re.sub(r"<a [^<>]*>(.*?)</a>", r"\1", text, flags=re.S)
    return re.sub(r"\[((?:[^\[\]\\]|\\.)*)\]\((?:moa:[^()]*|pods\.md#pod)\)", r"\1", without_anchors)


@given(texts)
def test_a_text_without_its_links_and_mentions_stays_as_it_was(text: str) -> None:
    site = pages(tree(text))
    leaf = site.leaves[PAGE]
    assert without_links(linked(leaf, site).text) == without_links(leaf.text)


@given(texts)
def test_resolving_twice_changes_nothing(text: str) -> None:
    once = settled(text, PAGE, "ko", TARGETS)
    assert settled(once, PAGE, "ko", TARGETS) == once
    site = pages(tree(text))
    leaf = site.leaves[PAGE]
    first = linked(leaf, site).text
    again = linked(Leaf(PAGE, first, "ko"), Site("ko", site.targets, site.plan, site.leaves)).text
    assert again == first


@given(texts, st.randoms())
def test_the_order_of_files_and_terms_does_not_matter(text: str, chance: Random) -> None:
    files = tree(text)
    names, terms = list(files), GLOSSARY.splitlines(keepends=True)
    chance.shuffle(names)
    chance.shuffle(terms)
    turned = {name: files[name] for name in names} | {"glossary.yml": "".join(terms)}
    assert link_pages(pages(files)) == link_pages(pages(turned))


@given(texts)
def test_references_read_as_words_hold_no_reference_that_leads_somewhere(text: str) -> None:
    shown = as_words(text, PAGE, "ko", TARGETS)
    assert as_words(shown, PAGE, "ko", TARGETS) == shown


_PROSE = [
    *["파드", "파드를 ", "컨테이너 런타임", "서비스(Service)", "Pods ", "kubelet", " ", "\n", "\n\n", "한 문장이다. "],
    *["**", "*", "_", "~~", "`", "``", "```\n", "~~~\n", "\n    ", "<!-- ", " -->", "\\", "{: .x }", "===", "\n---\n"],
    *["| ", "|---|\n", "- ", "1. ", "> ", "## 제목\n\n", "용어\n:   ", "/// note | 파드\n", "\n///\n", ": "],
    *["<b>", "</b>", "<div>\n", "</div>\n", '<div markdown="1">\n', "<", ">", "&amp;", "(", ")", '"', "'"],
    *[
        "[^1]",
        "\n[^1]: 파드\n",
        "[",
        "]",
        "](",
        "![",
        "[말](https://example.org)",
        "[말][1]",
        "\n[1]: https://example.org\n",
    ],
    *[
        "<https://example.org>",
        "https://example.org/파드 ",
        "\n*[Pod]: 뜻\n",
        "e\u0301",
        "$",
        "$$",
        "\\(",
        "\\)",
        "\\[",
        "\\]",
    ],
]
prose_texts = (
    st.lists(st.sampled_from(_PROSE), max_size=14).map("".join).map(lambda text: f"# 쪽 {{#here}}\n\n{text}\n")
)


def reads_as(html: str) -> str:
    """HTML without the links of mentions and without emphasis, which a link may let close where it could not before."""
    without_mentions = re.sub(r'<a [^<>]*data-term="[^<>]*>(.*?)</a>', r"\1", html, flags=re.S)
    return re.sub(r"</?(?:strong|em|del)>|[*_~]", "", without_mentions)


@given(prose_texts)
def test_a_page_with_its_mentions_linked_reads_as_before(text: str) -> None:
    site = pages(tree(text))
    markdown = renderer()
    try:
        before = markdown.reset().convert(text)
    except RecursionError:  # the renderer's own, on blocks within definitions of nothing
        reject()
    after = markdown.reset().convert(linked(site.leaves[PAGE], site).text)
    assert reads_as(after) == reads_as(before)
