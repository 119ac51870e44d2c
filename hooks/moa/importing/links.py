"""Links become whole and safe: references resolved, bare addresses linked, what acts refused."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from urllib.parse import unquote

from markdown_it.common.utils import normalizeReference

from moa.importing.addresses import LOCAL, SCHEME, UNFIT, encoded, is_safe, spelt
from moa.importing.bare_addresses import link_bare_addresses
from moa.importing.draft import Draft
from moa.importing.edits import Edit, edited, outside
from moa.importing.findings import Findings
from moa.importing.images import read_images
from moa.importing.inline import References, Span, spans
from moa.importing.traced import NOTHING, Traced
from moa.importing.tree import map_lines
from moa.importing.wiki_links import read_wiki_links

_ESCAPED_LABEL = re.compile(r"\\\[([^\[\]\\\n]{1,20})\\\](?!\()")
_SPACED = re.compile(r"\]\((\s*)(?!<)([^()<>\"'\n]*\S[ ][^()<>\"'\n]*\.[A-Za-z0-9]{2,5})\s*\)")
_MAIL = re.compile(r"(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.I)
_ACTING = re.compile(r"(?:javascript|vbscript|data|file):", re.I)
_ENTITY = re.compile(r"&(?:[lg]t|quot|#\w+);")
_TITLE_UNFIT = re.compile(r"[\"<>`\\$*{}\[\]|]")


def read_links(draft: Draft) -> Draft:
    """Resolve references, name images by their paths, write bare addresses as links, refuse links that act."""
    references = {
        label: {"href": definition.href, "title": definition.title} for label, definition in draft.definitions.items()
    }
    findings = Findings()
    read = partial(_read, references=references, findings=findings, own=draft.own)
    draft = findings.recorded(draft.with_blocks(map_lines(draft.blocks, read)))
    return _drop_definitions(draft, findings.used)


def _drop_definitions(draft: Draft, used: set[str]) -> Draft:
    """Link definitions stand in no page once their links hold the address themselves; unused ones are sources."""
    unused = [found for found in draft.definitions.values() if is_safe(found.href) and found.href not in used]
    if unused and not draft.own:
        draft = draft.learn(sources=[f"{found.title} {found.href}".strip() for found in unused])
    safe = [found.source for found in draft.definitions.values() if is_safe(found.href)]
    unsafe = [found.source for found in draft.definitions.values() if not is_safe(found.href)]
    return replace(draft.drop(safe, "reference").drop(unsafe, "unsafe"), definitions={})


def _read(line: Traced, references: References, findings: Findings, own: bool) -> Traced:
    text = line.text
    if "[" not in text and "<" not in text and ":" not in text:
        return line
    if "[" in text:
        line = read_wiki_links(_numbered(_spaced(line), references, findings), findings)
        line = read_images(line, references, findings)
    edits: list[Edit] = []
    for span in spans(line.text, references) if "[" in text or "<" in text else ():
        if span.kind == "link":
            edits += _link(line[span.start : span.end], span, findings, own)
    line = edited(line, edits) if edits else line
    return link_bare_addresses(line) if "://" in line.text else line


def _spaced(line: Traced) -> Traced:
    """Names of files with spaces, which Markdown does not read as addresses, are put between angle brackets."""
    if "](" not in line.text:
        return line
    return outside(line, lambda part: part.sub(_SPACED, lambda found: f"]({found[1]}<{found[2]}>)"))


def _numbered(line: Traced, references: References, findings: Findings) -> Traced:
    """`\\[1\\]` is a reference where the note defines one of that name."""
    if "\\[" not in line.text or not references:
        return line

    def link(found: re.Match[str]) -> str:
        entry = references.get(normalizeReference(found[1]))
        if not entry or not SCHEME.match(entry["href"]) or not is_safe(entry["href"]):
            return found[0]
        findings.used.add(entry["href"])
        return f"[{found[0]}]({encoded(entry['href'])})"

    return outside(line, lambda part: part.sub(_ESCAPED_LABEL, link))


def _link(source: Traced, span: Span, findings: Findings, own: bool) -> Iterator[Edit]:
    href = str(span.token.attrs.get("href", ""))
    findings.used.add(href)
    if source.text.startswith("<"):
        yield from _autolink(source, span, findings)
        return
    close = _closing_bracket(source.text)
    words, address = source[1:close], source[close:]
    if LOCAL.match(href) or (not SCHEME.match(href) and not href.startswith(("//", "#")) and is_safe(href)):
        path = unquote(href)
        if not own:
            yield span.start, span.end, words + address.rewritten(f" (`{path}`)" if path and "`" not in path else "")
    elif not is_safe(href):
        findings.refuse(address, "a link that would act was refused")
        yield span.start, span.end, words
    elif href.startswith("#") and address.text.startswith("]( "):
        yield span.start, span.end, source[:close] + address[:2] + address[2:-1].strip() + address[-1:]
    elif not href.startswith("#") and (not address.text.startswith("](") or UNFIT.search(address.text[2:-1])):
        yield span.start, span.end, source[:close] + _address(address, span, href, findings)


def _address(source: Traced, span: Span, href: str, findings: Findings) -> Traced:
    """The end of a link from its closing bracket on, in the one form that every reader reads alike."""
    title = " ".join(_TITLE_UNFIT.sub("", str(span.token.attrs.get("title", ""))).split())
    address = spelt(href) if not source.text.isascii() else href
    written = f"]({encoded(address)}" + (f' "{title}")' if title else ")")
    if source.text.startswith("]("):
        return source.rewritten(written)
    findings.labels.append(source[1:])
    return source[:1].rewritten(written)


def _autolink(source: Traced, span: Span, findings: Findings) -> Iterator[Edit]:
    """`<https://…>` and `<a@b.c>` stay; any other address between such signs is text, like `<std::string>`."""
    text = source.text[1:-1]
    if text.lower().startswith(("http://", "https://", "ftp://")) and not _ENTITY.search(text):
        if UNFIT.search(text):
            yield span.start, span.end, source.rewritten(f"<{encoded(text)}>")
    elif _ACTING.match(text):
        findings.refuse(source, "an address that would act was refused")
        yield span.start, span.end, NOTHING
    elif not _MAIL.fullmatch(text):
        yield span.start, span.end, source[:1].rewritten("&lt;") + source[1:]


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
