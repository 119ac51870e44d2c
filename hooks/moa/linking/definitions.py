"""The definitions of the terms that a page mentions, hidden at its end for who points at a mention."""

from collections.abc import Iterable
from html import escape

from moa.glossary import Term
from moa.languages import GLOSSARY, LANGUAGES
from moa.linking.anchors import ABROAD, definition_id
from moa.linking.site import Site
from moa.linking.words import WORDS
from moa.targets import Target


class Definitions:
    """What readers are shown of each term of a site, its words made once for all pages."""

    def __init__(self, site: Site) -> None:
        """Write every term in every language."""
        terms = site.targets.terms.items()
        self._site = site
        self._written = {(name, code): _written(term, code) for name, term in terms for code in LANGUAGES}

    def of(self, terms: Iterable[tuple[str, str]], page: str) -> str:
        """A block of HTML with each term's names, definition and where there is more; empty without terms."""
        inside = "".join(self._one(term, language, page) for term, language in terms)
        # Another tag than those inside: Material's search ends an exclusion at the first end of the same tag.
        return f'<aside class="moa-definitions" data-search-exclude="terms" hidden>{inside}</aside>' if inside else ""

    def _one(self, term: str, language: str, page: str) -> str:
        more = " ".join(_more(term, language, page, self._site))
        return f'<div lang="{language}">{self._written[term, language]}<p>{more}</p></div>'


def _written(term: Term, language: str) -> str:
    other = next(code for code in LANGUAGES if code != language)
    names = f"<strong>{escape(titled(term, language))}</strong>"
    if term.name(other) != term.name(language):
        names += f' <span lang="{other}">{escape(titled(term, other))}</span>'
    return f'<p>{names}</p><p id="{definition_id(term.id, language)}">{escape(term.definition[language])}</p>'


def _more(term: str, language: str, page: str, site: Site) -> Iterable[str]:
    home = site.homes[term]
    if home.page and home.page != GLOSSARY:
        there = site.language_of(home)
        lang = "" if there == language else f' class="{ABROAD}" hreflang="{there}"'
        yield f'<a href="{escape(site.address(home, page))}"{lang}>{WORDS[language]["in_book"]}</a>'
    if GLOSSARY in site.leaves:
        entry = site.address(Target(GLOSSARY, term), page)
        yield f'<a href="{escape(entry)}">{WORDS[language]["in_glossary"]}</a>'


def titled(term: Term, language: str) -> str:
    """A term's name as it stands at the start of a line: `Container`; one that is the same in Korean never changes."""
    name = term.name(language)
    return name if len({term.name(code) for code in LANGUAGES}) == 1 else f"{name[0].upper()}{name[1:]}"
