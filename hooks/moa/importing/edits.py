"""Change stretches of a line at places that a parser found."""

from collections.abc import Callable, Iterable

from moa.importing.inline import SPECIAL, Span, spans
from moa.importing.traced import NOTHING, Traced

Edit = tuple[int, int, Traced]


def edited(content: Traced, edits: Iterable[Edit]) -> Traced:
    """The line with each stretch [start, end) replaced; of overlapping edits the first wins."""
    parts: list[Traced] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start < at:
            continue
        kept = {piece for piece in new.pieces if piece.start >= 0}
        origin = NOTHING if kept else content[start:end].rewritten("")
        parts += [content[at:start], origin, new]
        at = end
    return Traced.join([*parts, content[at:]])


def edit_spans(content: Traced, edit: Callable[[Traced, Span], Traced | None], kinds: frozenset[str]) -> Traced:
    """Replace the inline elements of some kinds, where `edit` says by what; None leaves one as it is."""
    if SPECIAL.isdisjoint(content.text):
        return content
    edits = []
    for span in spans(content.text):
        new = edit(content, span) if span.kind in kinds else None
        if new is not None:
            edits.append((span.start, span.end, new))
    return edited(content, edits) if edits else content


def outside(content: Traced, change: Callable[[Traced], Traced]) -> Traced:
    """Change only what is no code, no tag and no address of a link or image."""
    parts: list[Traced] = []
    at = 0
    for start, end in protected(content.text):
        if start >= at:
            parts += [change(content[at:start]), content[start:end]]
            at = end
    return Traced.join([*parts, change(content[at:])])


def protected(text: str) -> list[tuple[int, int]]:
    """The stretches of a line that are no words: code, tags, images, autolinks, and `](…)` of links."""
    found: list[tuple[int, int]] = []
    for span in spans(text):
        if span.kind == "link" and text[span.start] == "[":
            found.append((_label_end(text, span), span.end))
        else:
            found.append((span.start, span.end))
    return sorted(found)


def _label_end(text: str, span: Span) -> int:
    """Where the address of a link begins, `](…)`: its last such place, since addresses hold none unescaped."""
    return max(text.rfind("](", span.start, span.end), span.start)
