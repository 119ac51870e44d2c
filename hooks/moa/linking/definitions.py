"""The definitions of the terms that a page mentions, hidden at its end for who points at a mention."""

from collections.abc import Iterable
from html import escape

from moa.glossary import Term
from moa.languages import GLOSSARY, LANGUAGES
from moa.linking.page import ABROAD, definition_id
from moa.linking.site import Site
from moa.linking.words import WORDS
from moa.targets import Target


def definitions(terms: Iterable[tuple[str, str]], page: str, site: Site) -> str:
    """A block of HTML with each term's names, definition and where there is more; empty without terms."""
    found = [_definition(site.targets.terms[term], language, page, site) for term, language in terms]
    inside = "".join(found)
    return f'<div class="moa-definitions" data-search-exclude="terms" hidden>{inside}</div>' if inside else ""


def _definition(term: Term, language: str, page: str, site: Site) -> str:
    other = next(code for code in LANGUAGES if code != language)
    names = f"<strong>{escape(titled(term, language))}</strong>"
    if term.name(other) != term.name(language):
        names += f' <span lang="{other}">{escape(titled(term, other))}</span>'
    said = f'<p id="{definition_id(term.id, language)}">{escape(term.definition[language])}</p>'
    more = " ".join(_more(term, language, page, site))
    return f'<div lang="{language}"><p>{names}</p>{said}<p>{more}</p></div>'


def _more(term: Term, language: str, page: str, site: Site) -> Iterable[str]:
    home = site.place(site.targets.of_term(term))
    if home.page and home.page != GLOSSARY:
        there = site.language_of(home)
        lang = "" if there == language else f' class="{ABROAD}" hreflang="{there}"'
        yield f'<a href="{escape(site.address(home, page))}"{lang}>{WORDS[language]["in_book"]}</a>'
    if GLOSSARY in site.leaves:
        entry = site.address(Target(GLOSSARY, term.id), page)
        yield f'<a href="{escape(entry)}">{WORDS[language]["in_glossary"]}</a>'


def titled(term: Term, language: str) -> str:
    """A term's name as it stands at the start of a line: `Container`; one that is the same in Korean never changes."""
    name = term.name(language)
    return name if len({term.name(code) for code in LANGUAGES}) == 1 else f"{name[0].upper()}{name[1:]}"
