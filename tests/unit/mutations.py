"""One change at a time to a book that is clean, and what the check must notice."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from moa.book import Book
from moa.checks import account, decisions, gathers, ids, section_lists
from moa.corpus import Corpus, read_corpus
from moa.data import read_data
from moa.languages import SOURCE
from moa.overlaps import Decision
from moa.pages import Note, Page, Section
from moa.problems import Problem, errors
from moa.reading import Reading

Place = tuple[str, int]  # a file below docs/, and a line of it


@dataclass(frozen=True)
class Mutation:
    """A change in words, the texts that it changes, and the places of which one at least must be named."""

    name: str
    texts: Mapping[str, str]
    places: frozenset[Place]


def noticed(book: Book, mutation: Mutation) -> list[Problem]:
    """The errors of the checks that look at sections and decisions, on the book with that change."""
    changed_pages = read_corpus({path: text for path, text in mutation.texts.items() if path.endswith(".md")}).pages
    files = {path: text for path, text in mutation.texts.items() if path.endswith(".yml")}
    corpus = Corpus({**book.corpus.pages, **changed_pages}, {**book.corpus.data, **files}, book.corpus.files)
    data = {**book.data, **{path: read_data(path, text)[0] for path, text in files.items()}}
    changed = Book(corpus, data, ())
    found = [each for check in (section_lists, account, decisions, gathers) for each in check.check(changed)]
    for page in changed_pages.values():
        found += ids.check(Reading(page, page.plain, page.plain, None), changed)
    return errors(found)


def of_sections(book: Book, note: Note) -> Iterator[Mutation]:
    """Every section of a note deleted, moved, doubled and renamed, and every member of a group edited."""
    grouped = {address: group for group in book.decisions.groups for address in group.addresses}
    for page in note.pages:
        for number, section in enumerate(page.sections):
            yield _deleted(book, page, section)
            yield _renamed(book, page, section)
            yield _doubled(book, page, section)
            if section.cut.level > 1:
                yield _moved(book, page, number)
                yield _moved_away(book, page, section)
            if section.address in grouped:
                yield _edited(page, section, grouped[section.address])


def of_decisions(book: Book) -> Iterator[Mutation]:
    """Every decision renamed, given another role, member or partner, and every group removed.

    That two sections look alike is nowhere else on record, so a `distinct` that is removed altogether is not noticed.
    """
    text = book.corpus.data["overlaps.yml"]
    for decision in book.decisions.all:
        places = frozenset({("overlaps.yml", line) for line in _lines(decision)} | _gathered(book, decision))
        for name, changed in _changed(text, decision, book):
            yield Mutation(f"{name} {decision.name}", {"overlaps.yml": changed}, places)


def _deleted(book: Book, page: Page, section: Section) -> Mutation:
    lines = page.text.split("\n")
    text = "\n".join(lines[: section.line - 1] + lines[section.cut.end :])
    return Mutation(f"delete {section.address}", {page.path: text}, _named(book, section))


def _renamed(book: Book, page: Page, section: Section) -> Mutation:
    text = _with_line(page, section.line, lambda line: line.replace(f"#{section.id}", f"#{section.id}-new", 1))
    return Mutation(f"rename {section.address}", {page.path: text}, _named(book, section))


def _doubled(book: Book, page: Page, section: Section) -> Mutation:
    lines = page.text.split("\n")
    text = "\n".join(
        [*lines[: section.cut.end], "", *lines[section.line - 1 : section.cut.end], *lines[section.cut.end :]]
    )
    return Mutation(f"double {section.address}", {page.path: text}, frozenset({(page.path, section.cut.end + 2)}))


def _moved(book: Book, page: Page, number: int) -> Mutation:
    """Trade places with the section before; the first one under the title trades with the one after it."""
    first = number - 1 if number > 1 else number
    if first + 1 >= len(page.sections):
        return _moved_up(page, page.sections[number])
    before, after = page.sections[first], page.sections[first + 1]
    lines = page.text.split("\n")
    one, other = lines[before.line - 1 : before.cut.end], lines[after.line - 1 : after.cut.end]
    text = "\n".join([*lines[: before.line - 1], *other, "", *one, *lines[after.cut.end :]])
    places = {(page.path, before.line), (page.path, before.line + len(other) + 1)}
    return Mutation(f"move {page.sections[number].address}", {page.path: text}, frozenset(places))


def _moved_up(page: Page, section: Section) -> Mutation:
    """The only section of a page moves above the page's title."""
    lines = page.text.split("\n")
    text = "\n".join([*lines[section.line - 1 : section.cut.end], "", *lines[: section.line - 1]])
    places = {(page.path, 1), (page.path, section.cut.end - section.line + 3)}
    return Mutation(f"move {section.address}", {page.path: text}, frozenset(places))


def _moved_away(book: Book, page: Page, section: Section) -> Mutation:
    """To the end of another page of the same note, else of another note."""
    others = [other for other in book.corpus.in_language(SOURCE) if other.note and other is not page]
    target = min(others, key=lambda other: (other.note != page.note, other.name))
    lines = page.text.split("\n")
    text = "\n".join(lines[: section.line - 1] + lines[section.cut.end :])
    longer = "\n".join([target.text.rstrip("\n"), "", *lines[section.line - 1 : section.cut.end]])
    places = _named(book, section) | {(target.path, longer[: len(target.text.rstrip())].count("\n") + 3)}
    return Mutation(f"move away {section.address}", {page.path: text, target.path: longer}, frozenset(places))


def _edited(page: Page, section: Section, group: Decision) -> Mutation:
    lines = page.text.split("\n")
    at = next((line for line in range(section.line, section.cut.end) if lines[line].startswith("///")), section.cut.end)
    text = "\n".join([*lines[:at], "", "한 마디 더.", "", *lines[at:]])
    places = frozenset({("overlaps.yml", group.value.get("checked").line)})
    return Mutation(f"edit {section.address}", {page.path: text}, places)


def _with_line(page: Page, number: int, change: Callable[[str], str]) -> str:
    lines = page.text.split("\n")
    lines[number - 1] = change(lines[number - 1])
    return "\n".join(lines)


def _named(book: Book, section: Section) -> frozenset[Place]:
    """Where data files and the guide name a section."""
    listed = book.entries[book.corpus.pages[section.path].note].value.get("sections").texts
    places = {("notes.yml", item.line) for item in listed if item.text == section.id}
    members = [member for each in book.decisions.all for member in each.members if member.address == section.address]
    places |= {("overlaps.yml", member.value.line) for member in members}
    place = book.planned[0].told[section.address].place
    return frozenset(places | ({(f"{SOURCE}/{place.page}.md", place.line)} if place else set()))


def _gathered(book: Book, decision: Decision) -> frozenset[Place]:
    told = book.planned[0].told[decision.members[0].address].place if decision.id else None
    return frozenset({(f"{SOURCE}/{told.page}.md", told.line)} if told else ())


def _lines(decision: Decision) -> range:
    return range(decision.value.line, decision.value.get("checked").line + 1)


def _changed(text: str, decision: Decision, book: Book) -> Iterator[tuple[str, str]]:
    """Texts of overlaps.yml in which this decision alone is another."""
    lines = text.split("\n")
    own = _lines(decision)
    free = next(address for address in book.planned[0].told if not book.planned[0].told[address].place)

    def other(changes: Mapping[int, str]) -> str:
        kept = (changes.get(number, line) for number, line in enumerate(lines, 1))
        return "\n".join(line for line in kept if line != "\0")

    if decision.id:
        yield "remove", other(dict.fromkeys(own, "\0"))
        yield "rename", other({own[0]: f"{lines[own[0] - 1]}-new"})
        for before, after in (("same", "adds"), ("adds", "same")):
            at = next((number for number in own if lines[number - 1] == f"  {before}:"), 0)
            if at and not any(lines[number - 1] == f"  {after}:" for number in own):
                yield f"call {before} {after}", other({at: f"  {after}:"})
        keep, partner = decision.members[0], decision.members[1]
        swapped = {keep.value.line: f"  keep: {partner.address}", partner.value.line: f"    - {keep.address}"}
        yield "keep another of", other(swapped)
        for member in decision.members[1:]:
            yield f"take {member.address} out of", other({member.value.line: "\0"})
    for member in decision.members:
        line = lines[member.value.line - 1]
        yield f"replace {member.address} in", other({member.value.line: line.replace(member.address, free, 1)})
    checked = decision.value.get("checked").line
    yield "forge", other({checked: '  checked: "ffffffff"'})
