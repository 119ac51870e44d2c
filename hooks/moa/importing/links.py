"""Images become placeholders, links whole and safe; nothing is fetched and no file is read."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote

from markdown_it.common.utils import normalizeReference

from moa.importing.bare_addresses import link_bare_addresses
from moa.importing.draft import Draft
from moa.importing.edits import Edit, edited, outside
from moa.importing.inline import Span, spans
from moa.importing.traced import NOTHING, Traced
from moa.importing.tree import map_lines

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.I)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]")
_ESCAPED_LABEL = re.compile(r"\\\[([^\[\]\\\n]{1,20})\\\](?!\()")
_WIKI_IMAGE = re.compile(
    r"!\[\[([^\[\]|\n<>]+\.(?:png|jpe?g|gif|svg|webp|bmp|avif|heic|tiff?|mp[34]|mov|webm|wav|m4a|pdf))"
    r"(?:#[^\[\]|\n]*)?(?:\|([^\[\]\n]*))?\]\]",
    re.I,
)
_SPACED = re.compile(r"\]\((\s*)(?!<)([^()<>\"'\n]*\S[ ][^()<>\"'\n]*\.[A-Za-z0-9]{2,5})\s*\)")
_SIZE = re.compile(r"[\d\sx|]*")
_WIKI_LINK = re.compile(r"(?<!\\)!?\[\[(?![\s$!=<>-])([^\[\]|\n]*[^\[\]|\s])(?:\|([^\[\]\n]+))?\]\]")
_MAIL = re.compile(r"(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.I)
_ACTING = re.compile(r"(?:javascript|vbscript|data|file):", re.I)
_ENTITY = re.compile(r"&(?:[lg]t|quot|#\w+);")
_UNFIT = re.compile(r"[\s\"'<>\\^`{|}()$*\[\]]")
_TITLE_UNFIT = re.compile(r"[\"<>`\\$*{}\[\]|]")
_DESTINATION = re.compile(r"\]\(\s*(?P<href><[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)")


def is_safe(href: str) -> bool:
    """Whether following a link cannot act: no scheme but the known ones, however it is disguised."""
    plain = _UNSEEN.sub("", html.unescape(html.unescape(unquote(_UNSEEN.sub("", href)))))
    found = _SCHEME.match(plain)
    return not found or found[1].lower() in SAFE_SCHEMES


def read_links(draft: Draft) -> Draft:
    """Resolve references, name images by their paths, write bare addresses as links, refuse links that act."""
    references = {
        label: {"href": definition.href, "title": definition.title} for label, definition in draft.definitions.items()
    }
    reader = _Reader(references, draft.own)
    blocks = map_lines(draft.blocks, reader.read)
    draft = draft.with_blocks(blocks).classify(reader.images, "image").drop(reader.unsafe, "unsafe")
    draft = draft.drop(reader.labels, "reference")
    for offset, fact, way_out in reader.remarks:
        draft = draft.remark(offset, fact, way_out)
    return _drop_definitions(draft, reader.used)


def _drop_definitions(draft: Draft, used: set[str]) -> Draft:
    """Link definitions stand in no page once their links hold the address themselves; unused ones are sources."""
    unused = [found for found in draft.definitions.values() if is_safe(found.href) and found.href not in used]
    if unused and not draft.own:
        draft = draft.learn(sources=[f"{found.title} {found.href}".strip() for found in unused])
    safe = [found.source for found in draft.definitions.values() if is_safe(found.href)]
    unsafe = [found.source for found in draft.definitions.values() if not is_safe(found.href)]
    return replace(draft.drop(safe, "reference").drop(unsafe, "unsafe"), definitions={})


class _Reader:
    """Reads line after line, collecting what it took out of them."""

    def __init__(self, references: Mapping[str, Mapping[str, str]], own: bool) -> None:
        self.own = own
        self.references = references
        self.used: set[str] = set()
        self.images: list[Traced] = []
        self.unsafe: list[Traced] = []
        self.labels: list[Traced] = []
        self.remarks: list[tuple[int, str, str]] = []

    def read(self, line: Traced) -> Traced:
        text = line.text
        if "[" not in text and "://" not in text and "<" not in text and ":" not in text:
            return line
        line = self._wiki(self._numbered(self._spaced(line)))
        edits: list[Edit] = []
        for span in spans(line.text, self.references) if "![" in text else ():
            if span.kind == "image":
                edits.append((span.start, span.end, self._image(line[span.start : span.end], span)))
        line = edited(line, edits)
        edits = []
        for span in spans(line.text, self.references) if "[" in text or "<" in text else ():
            if span.kind == "link":
                edits += self._link(line, span)
        line = edited(line, edits) if edits else line
        return link_bare_addresses(line) if "://" in line.text else line

    def _spaced(self, line: Traced) -> Traced:
        """Names of files with spaces, which Markdown does not read as addresses, are put between angle brackets."""
        if "](" not in line.text:
            return line
        return outside(line, lambda part: part.sub(_SPACED, lambda m: f"]({m[1]}<{m[2]}>)"))

    def _numbered(self, line: Traced) -> Traced:
        """`\\[1\\]` is a reference where the note defines one of that name."""
        if "\\[" not in line.text or not self.references:
            return line

        def link(found: re.Match[str]) -> Traced | str:
            entry = self.references.get(normalizeReference(found[1]))
            if not entry or not _SCHEME.match(entry["href"]) or not is_safe(entry["href"]):
                return found[0]
            self.used.add(str(entry["href"]))
            return f"[{found[0]}]({_encoded(entry['href'])})"

        return outside(line, lambda part: part.sub(_ESCAPED_LABEL, link))

    def _wiki(self, line: Traced) -> Traced:
        if "[[" not in line.text:
            return line

        line = outside(line, lambda part: part.sub(_WIKI_IMAGE, _wiki_image))
        return outside(line, self._wiki_links)

    def _wiki_links(self, part: Traced) -> Traced:
        def words(found: re.Match[str]) -> Traced:
            group = 2 if found[2] else 1
            if found[1].startswith("#") and not found[0].startswith("!"):
                start = found.start(2) if found[2] else found.start(1) + 1
                shown, end = part[start : found.end(group)], f"](#{_slug(found[1])})"
                return (
                    part[found.start() : start].rewritten("[")
                    + shown
                    + part[found.end(group) : found.end()].rewritten(end)
                )
            self.remarks.append(
                (part[found.start() :].start, f"a link to another note, [[{found[1]}]], leads nowhere here", "")
            )
            shown = part[found.start(group) : found.end(group)]
            if found[2]:  # the name of the other note stands on no page
                self.labels.append(part[found.start(1) : found.end(1)])
                return shown
            before, after = part[found.start() : found.start(1)], part[found.end(1) : found.end()]
            return before.rewritten("") + shown + after.rewritten("")

        return part.sub(_WIKI_LINK, words)

    def _image(self, source: Traced, span: Span) -> Traced:
        path = str(span.token.attrs.get("src", ""))
        self.used.add(path)
        found = _DESTINATION.search(source.text)
        if found and found["href"].strip("<>") and not path.startswith("data:"):
            path = found["href"].strip("<>")
        acting = path.startswith("data:") is False and not is_safe(path)
        if acting:
            self.unsafe.append(source)
            self.remarks.append((source.start, "an image whose address would act was refused", "its words are kept"))
            return Traced.made(placeholder(" ".join(span.token.content.split()), ""))
        if _leads_outside(path):
            self.remarks.append(
                (
                    source.start,
                    f"the image path {path} leads out of the note's folder; it was not read",
                    "check what the picture showed",
                )
            )
        self.images.append(source)
        words = " ".join(span.token.content.split())
        return source.rewritten(placeholder(words, path))

    def _link(self, line: Traced, span: Span) -> Iterator[Edit]:
        source = line[span.start : span.end]
        href = str(span.token.attrs.get("href", ""))
        self.used.add(href)
        if source.text.startswith("<"):
            yield from self._autolink(source, span, href)
            return
        close = _closing_bracket(source.text)
        words = source[1:close]
        if not is_safe(href) or not is_safe(source.text[close:]):
            self.unsafe.append(source[close:])
            self.remarks.append((source.start, "a link that would act was refused", "its words are kept"))
            yield span.start, span.end, words
        elif href.startswith("#") or (self.own and not _SCHEME.match(href)):
            return
        elif not _SCHEME.match(href) and not href.startswith("//"):
            path = unquote(href)
            kept = words + source[close:].rewritten(f" (`{path}`)" if path and "`" not in path else "")
            yield span.start, span.end, kept
        elif not source.text[close:].startswith("](") or _UNFIT.search(source.text[close + 2 : -1]):
            yield span.start, span.end, source[:close] + self._address(source[close:], span, href)

    def _address(self, source: Traced, span: Span, href: str) -> Traced:
        """The end of a link from its closing bracket on, in the one form that every reader reads alike."""
        title = " ".join(_TITLE_UNFIT.sub("", str(span.token.attrs.get("title", ""))).split())
        address = _spelt(href) if not source.text.isascii() else href
        written = f"]({_encoded(address)}" + (f' "{title}")' if title else ")")
        if source.text.startswith("]("):
            return source.rewritten(written)
        self.labels.append(source[1:])
        return source[:1].rewritten(written)

    def _autolink(self, source: Traced, span: Span, href: str) -> Iterator[Edit]:
        """`<https://…>` and `<a@b.c>` stay; any other address between such signs is text, like `<std::string>`."""
        text = source.text[1:-1]
        if href.lower().startswith(("http://", "https://", "ftp://")) and not _ENTITY.search(text):
            if _UNFIT.search(text):
                yield span.start, span.end, source.rewritten(f"<{_encoded(text)}>")
        elif _ACTING.match(text):
            self.unsafe.append(source)
            self.remarks.append((source.start, "an address that would act was refused", "it is listed in the ledger"))
            yield span.start, span.end, NOTHING
        elif not _MAIL.fullmatch(text):
            yield span.start, span.end, source[:1].rewritten("&lt;") + source[1:]


def _slug(name: str) -> str:
    """The anchor of a heading as a tool makes it of the heading's words."""
    return re.sub(r"[\s()]+", "-", name.strip("# "))


def _wiki_image(found: re.Match[str]) -> str:
    words = "" if _SIZE.fullmatch(found[2] or "") else found[2]
    return f"![{words}](<{found[1]}>)"


def _encoded(href: str) -> str:
    """An address without the signs that one reader or the other would take for markup."""
    return _UNFIT.sub(lambda found: f"%{ord(found[0]):02X}", href)


def _spelt(href: str) -> str:
    """An address with its Korean words as their author wrote them."""

    def letters(found: re.Match[str]) -> str:
        try:
            return unquote(found[0], errors="strict")
        except UnicodeDecodeError:
            return found[0]

    return re.sub(r"(?:%[89A-Fa-f][0-9A-Fa-f])+", letters, href)


def _closing_bracket(text: str) -> int:
    """The index of the bracket that ends a link's words."""
    depth = 0
    at = 0
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == "`":
            run = len(text[at:]) - len(text[at:].lstrip("`"))
            close = text.find("`" * run, at + run)
            at = close + run - 1 if close > 0 else at + run - 1
        elif text[at] == "[":
            depth += 1
        elif text[at] == "]":
            depth -= 1
            if depth == 0:
                return at
        at += 1
    return len(text) - 1


def _leads_outside(path: str) -> bool:
    if _SCHEME.match(path) or path.startswith("//"):
        return False
    depth = 0
    for part in path.split("?")[0].split("/"):
        depth += {"..": -1, ".": 0, "": 0}.get(part, 1)
        if depth < 0:
            return True
    return path.startswith("/")


def placeholder(words: str, path: str) -> str:
    """What stands for an image: its words and, as code, where it was."""
    shown = "data:" + path[5:].split(";")[0].split(",")[0] if path.startswith("data:") else path
    shown = shown.replace("`", "%60").replace("|", "%7C").strip()
    clean = re.sub(r"[\[\]*_`<>|\\]", "", words).strip()
    name = f"그림: {clean}" if clean else "그림"
    return f"*{name}* (`{shown}`)" if shown else f"*{name}*"
