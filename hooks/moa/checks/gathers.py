"""What the guide gathers exists, once, in the same order in every language; and nothing waits to be gathered."""

from collections.abc import Iterator

from moa.book import Book
from moa.gathers import gathers_of
from moa.languages import LANGUAGES, SOURCE
from moa.pages import Page, Section
from moa.plan import by_section
from moa.problems import Problem


def check(book: Book) -> Iterator[Problem]:
    """Lines that cannot be obeyed, translations that gather otherwise, sections that nothing gathers."""
    yield from book.planned[1]
    for language in set(LANGUAGES) - {SOURCE}:
        for page in book.corpus.in_language(language):
            korean = book.corpus.page(SOURCE, page.name)
            if korean:
                yield from _otherwise(korean, page)
    yield from _waiting(book)


def _otherwise(korean: Page, page: Page) -> Iterator[Problem]:
    """Sections of a translation that do not gather what the Korean ones gather."""
    wanted, found = (by_section(each, gathers_of(each.directives)) for each in (korean, page))
    for section in page.sections:
        if section.cut.level == 1 and section.of is None and not section.cut.body.strip():
            continue  # a title alone: the Korean under it is shown, with all that it gathers
        targets, here = wanted.get(section.id, []), found.get(section.id, [])
        if [gather.target for gather in here] != [gather.target for gather in targets]:
            line = next(
                (each.line for each, other in zip(here, targets, strict=False) if each.target != other.target),
                here[len(targets)].line if len(here) > len(targets) else section.line,
            )
            listed = ", ".join(gather.target for gather in targets if gather.is_well_formed) or "nothing"
            fact = f"'{section.id}' gathers otherwise than the Korean page"
            yield Problem(page.path, line, 1, fact, f"gather, in this order: {listed}")


def _waiting(book: Book) -> Iterator[Problem]:
    """One notice for each group and each section outside groups that no page of the guide gathers.

    A tree in which nothing is gathered yet has only notes so far.
    """
    plan, problems = book.planned
    if not plan.members and not problems:
        return
    for group in book.decisions.groups:
        if not any(plan.told[each].place for each in group.addresses if each in plan.told):
            fact = f"no page of the guide gathers '{group.id}'"
            yield group.value.get("id").notice("overlaps.yml", fact, f"write ::: gather {group.id} where it belongs")
    for address, told in plan.told.items():
        section = book.corpus.by_address[address]
        if told.fate == "shown" and not told.group and not _is_title(section):
            fact = f"no page of the guide gathers '{section.id}', so it stands on its note's page"
            yield Problem(section.path, section.line, 1, fact, f"write ::: gather {address} where it belongs", "notice")


def _is_title(section: Section) -> bool:
    return section.cut.level == 1
