"""Proposals as comments in overlaps.yml: a person takes the `# ` away, or deletes them."""

import re
from collections.abc import Iterable, Iterator, Mapping

from moa.data import plain, read_data
from moa.detecting.proposals import Proposal
from moa.overlaps import Decisions

_FIRST = "# proposed "
# A draft as far as it is still one: a person may have taken the marks away from some of its lines.
_LINE = "# (?:- id: |  keep: |  same: |  adds: |in the group '|or$|- distinct: |  why:).*\n"
_DRAFT = re.compile(rf"^{_FIRST}\d.*\n(?:{_LINE})*\n?", re.M)


def drafted(text: str, proposals: Iterable[Proposal], said: Mapping[str, float], decisions: Decisions) -> str:
    """The text of overlaps.yml with these proposals at its end, in the place of earlier ones.

    `said` is how much each section says.
    """
    taken = {group.id for group in decisions.groups}
    text = text if not text or text.endswith("\n") else f"{text}\n"
    kept = _DRAFT.sub("", text)
    parts: list[str] = []
    for proposal in proposals:
        ordered = sorted(proposal.addresses, key=lambda address: (-said[address], address))
        lines = _joining(proposal, ordered) if proposal.group else _grouping(ordered, taken)
        written = (f"# {line}".rstrip() for line in (*lines, *_apart(proposal)))
        parts.append("\n".join([f"{_FIRST}{proposal.score:.2f}", *written, ""]))
    if not parts:
        return _without_last_blank(kept) if len(kept) < len(text) else kept
    blank = "" if not kept or kept.endswith("\n\n") else "\n"
    return kept + blank + "\n".join(parts)


def _without_last_blank(text: str) -> str:
    """The text without the blank line that stood before the drafts, unless the line belongs to what the file says."""
    shorter = text.removesuffix("\n") if text.endswith("\n\n") else text
    same = plain(read_data("", shorter)[0]) == plain(read_data("", text)[0])
    return shorter if same else text


def _grouping(ordered: list[str], taken: set[str]) -> Iterator[str]:
    name = _new_id(ordered[0], taken)
    is_text = read_data("", name)[0].kind == "text"
    yield f"- id: {name}" if is_text else f'- id: "{name}"'
    yield f"  keep: {ordered[0]}"
    yield f"  same: [{', '.join(ordered[1:])}]"


def _joining(proposal: Proposal, ordered: list[str]) -> Iterator[str]:
    yield f"in the group '{proposal.group}', and then: moa overlaps accept {proposal.group}"
    yield f"  same: [{', '.join(ordered)}]"


def _apart(proposal: Proposal) -> Iterator[str]:
    best = proposal.alike[0]
    yield "or"
    yield f"- distinct: [{best.one}, {best.other}]"
    yield "  why:"


def _new_id(address: str, taken: set[str]) -> str:
    page, _, own = address.partition("#")
    names = (own, f"{page.rpartition('/')[2]}-{own}")
    found = next((name for name in names if name not in taken), "")
    number = 2
    while not found or found in taken:
        found, number = f"{names[1]}-{number}", number + 1
    taken.add(found)
    return found
