"""Link definitions and footnotes of a page, and how text that leaves the page takes them along, renamed."""

import re
from dataclasses import dataclass
from typing import Any

from moa.code_lines import CODE_SPAN, code_lines

_FOOTNOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:")
_LINK = re.compile(r"^[ \t>]*\[(?!\^)[^\]]+\]:", re.M)
_ANY = re.compile(r"^[ \t>]*\[[^\]]+\]:", re.M)
_NOTE = re.compile(r"(?<!\\)\[\^([^\[\]\s]+)\]")
# `[words][label]`, or `[label]` where neither a target nor a label follows.
_USE = re.compile(r"(?<!\\)\[(?!\^)((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\](?:\[(?!\^)([^\[\]]*)\]|(?![(\[])|(?=\[\^))")
_INTERRUPTS = re.compile(r" {0,3}(?:#{1,6}[ \t]|/{3,}|`{3}|~{3}|>|<)")


@dataclass(frozen=True)
class Definitions:
    """A page's definitions: those of links as they follow the colon, those of footnotes whole; lines from 0."""

    links: dict[str, str]
    footnotes: dict[str, str]
    lines: frozenset[int]


def read_definitions(text: str) -> Definitions:
    """The definitions of a page; where one is given twice the first counts, as it does for readers."""
    if not _ANY.search(text):
        return Definitions({}, {}, frozenset())
    lines = text.split("\n")
    environment: dict[str, Any] = {}
    code = code_lines(text, environment if _LINK.search(text) else None)
    links: dict[str, str] = {}
    footnotes: dict[str, str] = {}
    taken: set[int] = set()
    for place in (*environment.get("references", {}).values(), *environment.get("duplicate_refs", ())):
        start, end = place["map"]
        label, _, rest = "\n".join(lines[start:end]).strip().partition("]:")
        links.setdefault(_normal(label.removeprefix("[")), " ".join(rest.split()))
        taken.update(range(start, end))
    for start, line in enumerate(lines):
        if start not in code and (found := _FOOTNOTE.match(line)):
            end = _footnote_end(lines, start)
            footnotes.setdefault(found[1], "\n".join(lines[start:end]).rstrip())
            taken.update(range(start, end))
    return Definitions(links, footnotes, frozenset(taken))


def renamed(text: str, definitions: Definitions, prefix: str) -> tuple[str, tuple[str, ...]]:
    """The text with its references to the page's definitions renamed, and those definitions under their new names.

    Footnotes may use links and other footnotes; these come too. Code stays as it is.
    """
    used: dict[str, str] = {}
    written = _rename(text, definitions, prefix, used)
    while waiting := [name for name, definition in used.items() if not definition]:
        for name in waiting:
            used[name] = _definition(name, definitions, prefix, used)
    return written, tuple(used[name] for name in sorted(used))


def _definition(name: str, definitions: Definitions, prefix: str, used: dict[str, str]) -> str:
    if not name.startswith("^"):
        return f"[{prefix}{name}]: {definitions.links[name]}"
    _, _, body = definitions.footnotes[name[1:]].partition("]:")
    # Without its indent the body is no code, so that what it refers to is found.
    written = _rename(re.sub(r"^ {4}", "", body, flags=re.M), definitions, prefix, used)
    return f"[^{prefix}{name[1:]}]:{_indented(written)}"


def _indented(text: str) -> str:
    return re.sub(r"\n(?=.)", "\n    ", text)


def _rename(text: str, definitions: Definitions, prefix: str, used: dict[str, str]) -> str:
    masked, hidden = _masked(text)

    def note(found: re.Match[str]) -> str:
        if found[1] not in definitions.footnotes or _defines(found):
            return found[0]
        used.setdefault(f"^{found[1]}", "")
        return f"[^{prefix}{found[1]}]"

    def use(found: re.Match[str]) -> str:
        words, label = found[1], found[2]
        inner = _USE.sub(use, words)
        if (name := _normal(_shown(label or words, hidden))) not in definitions.links or _defines(found):
            return f"[{inner}]" if label is None else f"[{inner}][{label}]"
        used.setdefault(name, "")
        return f"[{inner}][{prefix}{name}]"

    return _shown(_USE.sub(use, _NOTE.sub(note, masked)), hidden)


def _defines(found: re.Match[str]) -> bool:
    """Whether the label is that of a definition: at the start of a line, with a colon behind it."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    return after.startswith(":") and not before.rpartition("\n")[2].strip()


def _masked(text: str) -> tuple[str, list[str]]:
    """The text with code hidden behind marks, and what they hide."""
    hidden: list[str] = []

    def hide(words: str) -> str:
        hidden.append(words)
        return _mark(len(hidden) - 1)

    code = code_lines(text)
    lines = [hide(line) if number in code else line for number, line in enumerate(text.split("\n"))]
    return CODE_SPAN.sub(lambda found: hide(found[0]), "\n".join(lines)), hidden


def _shown(text: str, hidden: list[str]) -> str:
    for number in reversed(range(len(hidden))):
        text = text.replace(_mark(number), hidden[number])
    return text


def _mark(number: int) -> str:
    return f"\ue000{number}\ue001"


def _footnote_end(lines: list[str], start: int) -> int:
    """The line after a footnote: it goes on in the same paragraph, and after blank lines where it is indented."""
    end = start + 1
    while end < len(lines):
        line = lines[end]
        if not line.strip():
            if not any(later.strip() for later in lines[end:]) or not _next_filled(lines, end).startswith("    "):
                return end
        elif (
            _FOOTNOTE.match(line)
            or _INTERRUPTS.match(line)
            or (not lines[end - 1].strip() and not line.startswith("    "))
        ):
            return end
        end += 1
    return end


def _next_filled(lines: list[str], start: int) -> str:
    return next((line for line in lines[start:] if line.strip()), "")


def _normal(label: str) -> str:
    return " ".join(label.split()).casefold()
