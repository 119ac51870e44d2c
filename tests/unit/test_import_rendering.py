"""What readers get of an imported note is what CommonMark shows of the raw one: the same words in the same structure.

A case is a raw note; two readings are compared: markdown-it's of the raw note, and the site's of the page made of it.
"""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.unit.cases import case_files
from tests.unit.importing import imported

from moa.markdown import parser
from moa.rendering import renderer

FILES = case_files("rendering")
# Elements that a reader sees; paragraphs and wrappers are left out, since tight and loose lists differ by them alone.
SEEN = frozenset("h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table tr th td strong em del code a br hr".split())
_SAME = {"s": "del"}
_LINE_ANCHOR = re.compile(r"#__codelineno-")  # highlighted code has an anchor for every line
_BLOCKS = "h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table tr th td".replace(" ", "|")
_VOID = frozenset(("br", "hr"))


class _Outline(HTMLParser):
    """Writes HTML as nested parentheses: `ul(li(하나))`."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._skipped = 0
        self._anchors = 0
        self._verbatim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        tag = _SAME.get(tag, tag)
        if tag == "a" and _LINE_ANCHOR.match(given.get("href") or ""):
            self._anchors += 1
        elif tag == "a" and "headerlink" in (given.get("class") or ""):
            self._skipped += 1
        elif tag == "input":
            self.parts.append("[x]" if "checked" in given else "[ ]")
        elif tag in SEEN and not self._skipped and not (tag == "code" and self._verbatim):
            start = f" {given['start']}" if tag == "ol" and given.get("start", "1") != "1" else ""
            href = f" {unquote(given.get('href') or '')}" if tag == "a" else ""
            self.parts.append(f"{tag}{start}{href}" if tag in _VOID else f"{tag}{start}{href}(")
        self._verbatim += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        tag = _SAME.get(tag, tag)
        self._verbatim -= tag == "pre"
        if tag == "a" and self._anchors:
            self._anchors -= 1
        elif tag == "a" and self._skipped:
            self._skipped -= 1
        elif tag in SEEN - _VOID and not (tag == "code" and self._verbatim):
            self.parts.append(")")

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.parts.append(data if self._verbatim else re.sub(r"\s+", " ", data))


def outline(page: str) -> str:
    """The structure and the words of rendered HTML, white space at the edges of elements aside."""
    reader = _Outline()
    reader.feed(page)
    reader.close()
    text = re.sub(r"[ \n]*([()])[ \n]*", r"\1", "".join(reader.parts))
    text = re.sub(rf"\s+((?:{_BLOCKS})(?: \d+)?\()", r"\1", text)
    return re.sub(r"\)(?=[a-z]+[ (])", ")\n", text.replace("br ", "br").replace(" br", "br")).strip()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_readers_get_what_commonmark_shows(path: Path) -> None:
    _, raw = path.read_text(encoding="utf-8").split("=== raw\n")
    site = renderer()
    pages = "\n".join(site.reset().convert(text) for text in imported(raw).pages.values())
    assert outline(pages) == outline(parser().render(raw))
