"""Nothing that acts, and nothing that calls another host, reaches what readers get of an imported note."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.cases import CASES
from tests.unit.importing import broken_guarantees, imported

from moa.rendering import Element, render, renderer

_NAMED = re.split(r"^=== (.+)\n", (CASES / "safety" / "attacks.txt").read_text(encoding="utf-8"), flags=re.M)[1:]
ATTACKS = dict(zip(_NAMED[::2], _NAMED[1::2], strict=True))
_PIECES = (CASES / "safety" / "pieces.txt").read_text(encoding="utf-8").split("\n")[:-1]
PIECES = [piece.replace("\\n", "\n") for piece in _PIECES]

# What a page of an imported note may hold; the values of href are looked at apart.
TEXT = frozenset(
    "p em strong code pre ul ol li blockquote hr br del sup sub kbd mark u dl dt dd abbr table thead tbody tr th td "
    "h1 h2 h3 h4 h5 h6 span div details summary a label input section".split()
)
ATTRIBUTES = {
    "a": {"href", "title", "class", "id", "name"},
    "abbr": {"title"},
    "code": {"class"},
    "details": {"class"},
    "div": {"class"},
    "input": {"type", "disabled", "checked"},
    "label": {"class"},
    "li": {"id", "class"},
    "ol": {"start", "class"},
    "span": {"class", "lang", "id"},
    "sup": {"id"},
    "td": {"style"},
    "th": {"style"},
    "ul": {"class"},
    "p": {"class"},
} | {f"h{level}": {"id", "data-raw"} for level in range(1, 7)}
CLASSES = re.compile(
    r"(highlight|filename|language-[\w+#.-]+|admonition(-title)?|footnote(-(ref|backref))?|arithmatex|headerlink|task-list\S*"
    r"|note|tip|info|warning|danger|example|question|success|failure|quote|correction|[a-z]{1,3}\d?(-[A-Za-z-]+)?|linenos|normal)"
)
SAFE_LINK = re.compile(r"(https?://|mailto:|tel:|ftp:|#)[^\s\"<>]*$")
ALIGNED = re.compile(r"text-align: (left|right|center);")


def dangers(page: str) -> Iterator[str]:
    """What a rendered page holds beyond words, their structure and links to known places."""
    rendered = render(page, renderer())
    assert rendered is not None
    for element in rendered.elements:
        if element.tag not in TEXT:
            yield f"element {element}"
        for name, value in element.attributes:
            if not _is_allowed(element, name, value):
                yield f"attribute {name}={value!r} of {element.tag}"


def _is_allowed(element: Element, name: str, value: str) -> bool:
    if name not in ATTRIBUTES.get(element.tag, set()):
        return False
    if name == "class":
        return all(CLASSES.fullmatch(word) for word in value.split())
    if name == "type":
        return value == "checkbox"
    if name == "style":
        return ALIGNED.fullmatch(value) is not None
    return name != "href" or SAFE_LINK.match(value) is not None


def _raw(attack: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), attack)


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_reaches_no_reader(name: str) -> None:
    note = imported(f"# 노트의 제목\n\n한국어로 적은 노트다.\n\n{_raw(ATTACKS[name])}\n한국어로 끝난다.\n")
    assert [danger for page in note.pages.values() for danger in dangers(page)] == []


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_keeps_every_guarantee(name: str) -> None:
    assert broken_guarantees(f"한국어로 적은 노트다.\n\n{_raw(ATTACKS[name])}\n한국어로 끝난다.\n".encode()) == []


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_in_a_saved_page_reaches_no_reader(name: str) -> None:
    page = f"<html><head><title>노트</title></head><body><h1>한국어 노트다</h1>\n{_raw(ATTACKS[name])}\n<p>끝이다.</p>"
    note = imported(f"<!DOCTYPE html>{page}</body></html>", "page.html")
    assert [danger for text in note.pages.values() for danger in dangers(text)] == []


@pytest.mark.parametrize(
    "name",
    [
        "{onclick=alert(1)}.md",
        "<script>alert(1)</script>.md",
        "<img src=x onerror=alert(1)>.md",
        "[x](javascript:alert(1)).md",
        "# 제목 {#a onclick=alert(1)}.md",
        "두\n줄 {#b}.md",
        "///.md",
    ],
)
def test_a_file_name_is_no_markup(name: str) -> None:
    raw = "한국어로 적은 노트다.\n\n## 하나\n\n본문이다.\n\n## 둘\n\n본문이다.\n"
    assert [danger for page in imported(raw, name).pages.values() for danger in dangers(page)] == []
    assert broken_guarantees(raw.encode(), name) == []


@pytest.mark.parametrize(
    ("raw", "refused"),
    [
        ("앞말 <script>alert('가')</script> 뒷말", "<script>alert('가')</script>"),
        ("<script>\nalert(1)\n</script>\n\n본문이다.", "alert(1)"),
        ("[눌러 보자](javascript:alert(1)) 하자.", "javascript:alert(1)"),
        ("[눌러 보자](java&Tab;script:alert(1)) 하자.", "java&Tab;script:alert(1)"),
        ("[눌러 보자][가] 하자.\n\n[가]: javascript:alert(1)", "javascript:alert(1)"),
        ("<a href='javascript:alert(1)'>눌러 보자</a> 하자.", "javascript:alert(1)"),
        ("주소는 <javascript:alert(1)> 이다.", "javascript:alert(1)"),
        ("본문이다. <iframe src='https://example.com/'></iframe>", "https://example.com/"),
        ("그림이다. <img src=x onerror=alert(1)>", "onerror=alert(1)"),
        ("![그림이다](javascript:alert(1))", "javascript:alert(1)"),
    ],
)
def test_what_was_refused_is_in_the_ledger_as_unsafe(raw: str, refused: str) -> None:
    text = f"한국어로 적은 노트다.\n\n{raw}\n\n한국어로 끝난다.\n"
    note = imported(text)
    unsafe = "".join(text[span.start : span.end] for span in note.spans if span.class_ == "unsafe")
    assert refused in unsafe
    assert all(refused not in page for page in note.pages.values())
    assert note.problems


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=14).map("".join))
def test_no_mixture_of_markup_acts(text: str) -> None:
    note = imported(f"한국어로 적은 노트다.\n\n{text}\n\n한국어로 끝난다.\n")
    assert [danger for page in note.pages.values() for danger in dangers(page)] == []
