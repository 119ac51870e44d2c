"""Set `data-of` after a person looked: the English page's heading line, and nothing else, is changed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from moa.corpus import Corpus
from moa.languages import SOURCE
from moa.nearest import did_you_mean
from moa.pages import Page, Section
from moa.plain_text import plain
from moa.problems import Problem
from moa.sections import read_page

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_ATTRIBUTES = re.compile(r"\{[^{}]*(?P<close>\})(?=[ \t]*#*[ \t]*$)")
_DATA_OF = re.compile(r"(?<=[\s{:])data-of\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s}]*)")


def accept(corpus: Corpus, addresses: Iterable[str]) -> tuple[dict[str, str], list[Problem]]:
    """New texts of English pages by path, and what stands in the way; pages that stay the same are not named."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for address in addresses:
        for section in _asked_for(corpus, address, problems):
            path = f"en/{section.page}.md"
            text = texts.get(path, corpus.pages[path].text)
            marked = set_data_of(text, section.id, section.fingerprint)
            if marked is None:
                fact = f"the attributes of '{section.id}' cannot be changed"
                problems.append(Problem(path, 0, 0, fact, f'write data-of="{section.fingerprint}" there by hand'))
            else:
                texts[path] = marked
    changed = {path: text for path, text in texts.items() if text != corpus.pages[path].text}
    return changed, problems


def set_data_of(text: str, name: str, fingerprint: str) -> str | None:
    """The page's text with `data-of` on the heading of that id, or None where only more than that would do."""
    before = read_page(plain(text)).sections
    place = next(index for index, section in enumerate(before) if section.id == name)
    parts = _LINE_END.split(text)
    line = 2 * (before[place].line - 1)
    parts[line] = _marked(parts[line], f'data-of="{fingerprint}"')
    marked = "".join(parts)
    wanted = replace(before[place], attributes={**before[place].attributes, "data-of": fingerprint})
    after = read_page(plain(marked)).sections
    return marked if after == (*before[:place], wanted, *before[place + 1 :]) else None


def _marked(heading: str, attribute: str) -> str:
    found = _ATTRIBUTES.search(heading)
    if not found:
        return heading
    written = _DATA_OF.search(heading, found.start(), found.end())
    if written:
        return f"{heading[: written.start()]}{attribute}{heading[written.end() :]}"
    return f"{heading[: found.start('close')].rstrip(' ')} {attribute}{heading[found.start('close') :]}"


def _asked_for(corpus: Corpus, address: str, problems: list[Problem]) -> Iterator[Section]:
    """The translated Korean sections that an address, a page, or a suffix of either names."""
    found = _find(corpus, address)
    if isinstance(found, Problem):
        problems.append(found)
        return
    whole_page = isinstance(found, Page)
    page = found.name if isinstance(found, Page) else found.page
    english = corpus.page("en", page)
    if english is None:
        problems.append(Problem(address, 0, 0, "this page has no English yet", f"write en/{page}.md"))
        return
    written = {section.id for section in english.sections if section.id}
    for section in _distinct(found):
        if section.id in written:
            yield section
        elif not whole_page:
            problems.append(Problem(address, 0, 0, "this section has no English yet", f"write it in {english.path}"))


def _distinct(found: Page | Section) -> Iterable[Section]:
    sections = found.sections if isinstance(found, Page) else (found,)
    return {section.id: section for section in reversed(sections) if section.id}.values()


def _find(corpus: Corpus, address: str) -> Page | Section | Problem:
    known: dict[str, Page | Section] = {page.name: page for page in corpus.in_language(SOURCE)}
    known |= corpus.by_address
    if address in known:
        return known[address]
    endings = [name for name in known if name.endswith(f"/{address}")]
    if len(endings) == 1:
        return known[endings[0]]
    if endings:
        return Problem(address, 0, 0, "this names several", f"choose one of {', '.join(sorted(endings))}")
    kind = "section" if "#" in address else "page"
    same_kind = (name for name in known if ("#" in name) == ("#" in address))
    return Problem(address, 0, 0, f"there is no such {kind}", did_you_mean(address, same_kind, "see: moa translations"))
