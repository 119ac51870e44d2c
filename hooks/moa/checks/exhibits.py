"""The files that pages show: they exist and are sound, and every language shows the same ones."""

from collections.abc import Iterator

import yaml

from moa.book import Book
from moa.corpus import Corpus
from moa.diagrams.diagram import read_diagram
from moa.directives import Directive
from moa.exhibits import DIAGRAM, MANIFEST, exhibit_name, exhibit_path, exhibits_of
from moa.languages import LANGUAGES, SOURCE
from moa.nearest import did_you_mean
from moa.pages import Page
from moa.plan import by_section
from moa.problems import Problem


def check(book: Book) -> Iterator[Problem]:
    """Lines that show nothing, files with faults, translations that show otherwise, files that no page shows."""
    corpus = book.corpus
    shown: set[str] = set()
    for page in corpus.pages.values():
        for directive in exhibits_of(page.directives):
            shown.add(exhibit_path(directive))
            yield from _broken(corpus, page, directive)
        korean = corpus.page(SOURCE, page.name)
        if korean and page.language != SOURCE:
            yield from _otherwise(korean, page)
    for path, text in corpus.exhibits.items():
        yield from _faults(path, text)
        if path not in shown:
            kind = DIAGRAM if path.endswith(".svg") else MANIFEST
            way_out = f"write ::: {kind} {exhibit_name(path)} where it belongs, or remove the file"
            yield Problem(path, 0, 0, "no page shows this file", way_out, "notice")


def _broken(corpus: Corpus, page: Page, directive: Directive) -> Iterator[Problem]:
    """A line that cannot be obeyed."""
    path = exhibit_path(directive)
    if directive.misplaced:
        fact = f"'::: {directive.name}' stands in a list, a quote or raw HTML and shows nothing"
        yield Problem(page.path, directive.line, 1, fact, "start it at the beginning of a line of its own")
    elif not directive.is_well_formed:
        fact = f"'::: {directive.name}' names no file"
        yield Problem(page.path, directive.line, 1, fact, f"write ::: {directive.name} and one name")
    elif path not in corpus.exhibits:
        folder = path.rpartition("/")[0] + "/"
        names = [exhibit_name(each) for each in corpus.exhibits if each.startswith(folder)]
        fact = f"there is no {directive.name} '{directive.target}'"
        yield Problem(page.path, directive.line, 1, fact, did_you_mean(directive.target, names, f"put it at {path}"))


def _faults(path: str, text: str) -> Iterator[Problem]:
    """What is wrong with a file itself."""
    if path.endswith(".svg"):
        yield from read_diagram(path, text, LANGUAGES)[1]
        return
    try:
        documents = list(yaml.compose_all(text, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        yield Problem(path, line, column, f"this is not YAML: {error.problem}", "mend the place that it names")
    except yaml.YAMLError as error:
        yield Problem(path, 0, 0, f"this is not YAML: {error}", "save it as plain text in UTF-8")
    else:
        if not any(documents):
            yield Problem(path, 0, 0, "this manifest is empty", "write it, or remove the file")


def _otherwise(korean: Page, page: Page) -> Iterator[Problem]:
    """Sections of a translation that do not show the files that the Korean ones show."""
    wanted, found = _shown(korean), _shown(page)
    for section in page.sections:
        targets, here = wanted.get(section.id, []), found.get(section.id, [])
        if section.of is not None and here != targets:
            fact = f"'{section.id}' shows other files than the Korean page"
            listed = ", ".join(targets) or "none"
            yield Problem(page.path, section.line, 1, fact, f"show, in this order: {listed}")


def _shown(page: Page) -> dict[str, list[str]]:
    """The files that each section of a page shows, as its lines name them."""
    directives = (each for each in exhibits_of(page.directives) if each.is_well_formed)
    found = by_section(page, directives)
    return {id_: [f"{each.name} {each.target}" for each in here] for id_, here in found.items()}
