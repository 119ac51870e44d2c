"""HTML as Markdown: case files, and properties that hold for any input."""

import html
import re
import time
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.cases import case_files, read_case

from moa.importing.draft import Line
from moa.importing.html.markdown import Converted, convert, looks_like_page
from moa.importing.html.tokens import tokens
from moa.importing.traced import Piece, Traced
from moa.markdown import EXTENSIONS


def shown(lines: tuple[Line, ...]) -> str:
    """The lines as a case writes them: the spaces of a hard break are made visible."""
    return "".join(re.sub(r"  $", "␣␣", line.text) + "\n" for line in lines)


def learnt(converted: Converted, text: str) -> str:
    """What else a case tells: what was left out and is more than a tag, remarks with their line, metadata."""
    dropped = [
        f"{found.class_}: {' '.join(text[found.start : found.end].split())}"
        for found in converted.dropped
        if found.class_ not in ("markup", "spacing")
    ]
    remarks = [f"line {text.count(chr(10), 0, remark.offset) + 1}: {remark.fact}" for remark in converted.remarks]
    facts = [f"{key} = {value}" for key, value in converted.metadata.items()]
    return "".join(f"{line}\n" for line in [*dropped, *remarks, *facts])


def rendered(converted: Converted) -> str:
    """The HTML that readers get."""
    text = "\n".join(line.text for line in converted.lines)
    return markdown.markdown(text, extensions=list(EXTENSIONS), extension_configs=EXTENSIONS)


def words_of(page: str) -> str:
    """The text of rendered HTML as one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


@pytest.mark.parametrize("path", case_files("html"), ids=lambda path: path.stem)
def test_html_becomes_the_markdown_of_its_case(path: Path) -> None:
    case = read_case(path)
    text = case.files["html"]
    converted = convert(Traced.raw(text, 0), page=case.options == ("page",))
    assert shown(converted.lines) == case.files["markdown"]
    assert learnt(converted, text) == case.expected


_TAGS = """a b i p br/ div span em code pre ul ol li table tr td th h1 h2 blockquote details summary script style img hr
    svg iframe dl dt dd sup ruby rt ESC x-y math aside q article nav button !-- !doctype ?xml /p /b /div /td /details
    /script /pre /code /ul /table /a -- """.split()
_ATTRIBUTES = [
    "",
    ' class="code"',
    " href=x",
    ' href="javascript:y"',
    " src='a b'",
    ' alt="[|*"',
    " colspan=3",
    " onclick=z()",
]
_TEXTS = [
    "글",
    " ",
    "\n",
    "\n\n",
    "&amp;",
    "&lt;",
    "&",
    "<",
    ">",
    "`",
    "```\n",
    "*",
    "|",
    "- ",
    "# ",
    "1. ",
    "\t",
    "\r\n",
    "//",
    "](",
]
_PARTS = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(_TAGS), st.sampled_from(_ATTRIBUTES)), st.sampled_from(_TEXTS)
)
_HTML = st.one_of(st.text(max_size=80), st.lists(_PARTS, max_size=40).map("".join))


def account(converted: Converted, length: int) -> list[int]:
    """How often each raw character is in a line or among what was dropped."""
    times = [0] * length
    ranges = [found for line in converted.lines for found in line.content.ranges()]
    for start, end in [*ranges, *((found.start, found.end) for found in converted.dropped)]:
        for index in range(start, end):
            times[index] += 1
    return times


@given(_HTML, st.booleans())
@settings(max_examples=400, deadline=None)
def test_every_character_is_in_one_line_or_dropped_once(text: str, page: bool) -> None:
    times = account(convert(Traced.raw(text, 0), page=page), len(text))
    assert all(count == 1 or (count == 0 and text[index].isspace()) for index, count in enumerate(times))


@given(_HTML, st.booleans())
@settings(max_examples=300, deadline=None)
def test_words_are_never_dropped_as_mere_markup_or_space(text: str, page: bool) -> None:
    converted = convert(Traced.raw(text, 0), page=page)
    silent = [range(found.start, found.end) for found in converted.dropped if found.class_ in ("markup", "spacing")]
    for token in tokens(text, markdown=not page):
        if token.kind in ("text", "pseudo"):
            lost = [text[index] for run in silent for index in run if token.start <= index < token.end]
            assert not "".join(lost).strip() or html.unescape("".join(lost)).strip("\u00a0 \n") == ""


@given(st.text(alphabet=st.sampled_from("ab가나 *_`[]()<>&#-+.1!~|\\:=\"'/\n"), max_size=40))
@settings(max_examples=600, deadline=None)
def test_a_reader_sees_the_words_that_the_page_showed(text: str) -> None:
    converted = convert(Traced.raw(f"<p>{html.escape(text)}</p>", 0), page=True)
    assert words_of(rendered(converted)) == " ".join(text.split())


@given(
    st.lists(st.sampled_from(["<b>", "</b>", "<i>", "</i>", "<s>", "</s>", "가", "(나)", " ", ".", "a"]), max_size=14)
)
@settings(max_examples=300, deadline=None)
def test_emphasis_leaves_no_marks_among_the_words(parts: list[str]) -> None:
    converted = convert(Traced.raw("<p>" + "".join(parts) + "</p>", 0), page=True)
    plain = "".join(part for part in parts if not part.startswith("<"))
    assert "".join(words_of(rendered(converted)).split()) == "".join(plain.split())


@given(st.text(alphabet=st.sampled_from("ab가 *_`[]()<>&#-+.1!~|\\:=\t\n"), max_size=60))
@settings(max_examples=300, deadline=None)
def test_code_keeps_every_character(text: str) -> None:
    code = text.strip("\n").rstrip()
    converted = convert(Traced.raw(f"<pre>\n{html.escape(code)}\n</pre>", 0), page=True)
    body = [line.text for line in converted.lines[1:-1]]
    assert "\n".join(body) == code or not code.strip()


_PIECES = st.lists(st.tuples(_HTML, st.sampled_from(["raw", "made", "rewritten", "emptied"])), max_size=6)


@given(_PIECES, st.booleans())
@settings(max_examples=300, deadline=None)
def test_what_passes_before_changed_is_accounted_for_too(parts: list[tuple[str, str]], page: bool) -> None:
    pieces: list[Traced] = []
    length = 0
    for text, kind in parts:
        raw = Traced.raw(text, length)
        changed = {
            "raw": raw,
            "made": Traced.made(text),
            "rewritten": raw.rewritten(text + "<p>"),
            "emptied": raw.rewritten(""),
        }
        pieces.append(changed[kind])
        length += 0 if kind == "made" else len(text)
    raw_text = "".join(text for text, kind in parts if kind != "made")
    times = account(convert(Traced.join(pieces), page=page), length)
    assert all(count == 1 or (count == 0 and raw_text[index].isspace()) for index, count in enumerate(times))


def test_offsets_are_those_of_the_source() -> None:
    source = Traced((Piece("<p>가", 100, 104), Piece("\n", -1, -1), Piece("나</p>", 200, 205)))
    converted = convert(source, page=True)
    assert [piece for piece in converted.lines[0].content.pieces if piece.start >= 0] == [
        Piece("가", 103, 104),
        Piece("나", 200, 201),
    ]
    assert [(found.start, found.end) for found in converted.dropped] == [(100, 103), (201, 205)]


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("<!DOCTYPE html>\n<html><body>글</body></html>", True),
        ("\n<html lang=ko>\n", True),
        ("<div><p>하나</p>\n<p>둘</p></div>\n<ul>\n<li>셋</li>\n</ul>", True),
        ("# 제목\n\n글 <br/>\n\n<img src=a.png>\n", False),
        ("<!-- saved from url=(0014)about:internet -->\n<html>\n", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', True),
        ("<p align=center>\n<img src=a.png>\n</p>\n\n<details>\n<summary>x</summary>\n\n- 하나\n\n</details>", False),
        ("<h1>제목</h1>\n\n## 작은 제목\n\n<p>글</p>", False),
        ("```html\n<!DOCTYPE html>\n<html>\n```", False),
        ("# HTML 이야기\n\n`<html>` 태그는 뿌리다.", False),
        ("---\ntitle: 글\n---\n<body> 이야기", False),
        ("<!---->" * 300 + "\n글", False),
        ("", False),
    ],
)
def test_a_saved_page_is_told_from_markdown(text: str, page: bool) -> None:
    assert looks_like_page(text) is page


_REPEATED = """<div>|<b>|<ul><li>|<blockquote>|<table><tr><td>|<details>|</div>|<p>글</b>|<a |<!--|<![x[|&#|`a|<br>
|<a x='"|<td>|<b>*<i>|<pre>a|<li><p>|<sup><a href=#x>1</a></sup>|<div>글</div>|<h1>글|<img src=x>|글 """.split("|")


@pytest.mark.parametrize("part", _REPEATED)
@pytest.mark.parametrize("page", [True, False])
def test_deep_and_endless_input_is_read_in_linear_time(part: str, page: bool) -> None:
    def seconds(size: int) -> float:
        spent = []
        for _ in range(3):  # the quickest: a collection of garbage in one of them says nothing
            started = time.process_time()
            convert(Traced.raw(part * (size // len(part)), 0), page=page)
            spent.append(time.process_time() - started)
        return min(spent)

    assert seconds(40_000) < 10 * seconds(10_000) + 0.2
