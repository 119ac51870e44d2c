"""The page of the glossary: every term with its names, what it is, where the book explains and uses it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape

from moa.glossary import Term
from moa.hangul import initial
from moa.languages import GLOSSARY, LANGUAGES, SOURCE
from moa.linking.anchors import ABROAD
from moa.linking.backlinks import uses_of
from moa.linking.definitions import titled
from moa.linking.page import Backlink
from moa.linking.site import Leaf, Site
from moa.linking.words import WORDS
from moa.plain_words import plain_words
from moa.targets import Target

# The names of consonants in Latin letters, for ids.
_NAMES = dict(zip("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", "g n d r m b s ng j ch k t p h".split(), strict=True))


def glossary(leaf: Leaf, backlinks: Iterable[Backlink], site: Site, official: str = "") -> str:
    """The terms in the language of the page, as Markdown; `official` is where paths of official documents start."""
    language = leaf.language
    uses = defaultdict(list)
    for each in backlinks:
        if each.target.term:
            uses[each.target.term].append(each)
    letters = defaultdict(list)
    for term in site.targets.terms.values():
        letters[_letter(term.name(language), language)].append(term)
    order = sorted(letters, key=_place)
    parts = [_filter(language), _index(order, language)]
    for letter in order:
        parts.append(f'## {letter} {{: #moa-letter-{_ascii(letter)} data-search-exclude="letter" }}')
        terms = sorted(letters[letter], key=lambda term: term.name(language).casefold())
        parts += (_entry(term, language, uses[term.id], site, official) for term in terms)
    return "\n\n".join(parts)


def _letter(name: str, language: str) -> str:
    """What a name is filed under: its first consonant, in English its first letter; all others together."""
    if language == SOURCE:
        return initial(name[0]) or WORDS[language]["others"]
    return name[0].upper() if name[0].isascii() and name[0].isalpha() else WORDS[language]["others"]


def _place(letter: str) -> tuple[bool, str]:
    """Letters in their order, then the others."""
    return len(letter) > 1, letter


def _ascii(letter: str) -> str:
    """A letter as a part of an id."""
    return _NAMES.get(letter, letter if len(letter) == 1 else "others").lower()


def _filter(language: str) -> str:
    """The box that leaves only the terms that fit; a script opens it."""
    words = {name: escape(text) for name, text in WORDS[language].items()}
    return (
        '<div class="moa-filter" data-search-exclude="filter" hidden>'
        f'<label for="moa-filter">{words["filter"]}</label>'
        f'<input id="moa-filter" type="search" placeholder="{words["hint"]}" autocomplete="off" spellcheck="false">'
        f'<p role="status" data-none="{words["none"]}"></p></div>'
    )


def _index(letters: Iterable[str], language: str) -> str:
    """Links to the letters, for screens that have no room for the page's contents beside it."""
    links = "".join(f'<a href="#moa-letter-{_ascii(letter)}">{escape(letter)}</a>' for letter in letters)
    label = escape(WORDS[language]["letters"])
    return f'<nav class="moa-letters" aria-label="{label}" data-search-exclude="letters">{links}</nav>'


def _entry(term: Term, language: str, uses: Iterable[Backlink], site: Site, official: str) -> str:
    """A term as HTML; `data-names` is what the box looks through."""
    words = WORDS[language]
    names = escape("|".join(dict.fromkeys((*term.all_names, term.id))))
    link = f'<a class="headerlink" href="#{term.id}" title="{escape(words["permalink"])}">¶</a>'
    more = " · ".join(_more(term, language, site, official))
    parts = [
        f'<h3 id="{term.id}">{escape(titled(term, language))}{link}</h3>',
        *_names(term, language),
        f"<p>{escape(term.definition[language])}</p>",
        f'<p class="moa-entry__more" data-search-exclude="more">{more}</p>',
        uses_of(uses, GLOSSARY, language, site),
    ]
    return f'<div class="moa-entry" data-names="{names}">{"".join(parts)}</div>'


def _names(term: Term, language: str) -> Iterator[str]:
    """The names in the other language, then the other names in this one."""
    others = [(code, name) for code in LANGUAGES if code != language for name in term.names[code]]
    shown = [*others, *((language, name) for name in term.also(language))]
    said: dict[str, str] = {_spelling(term.name(language)): ""}
    for code, name in shown:
        said.setdefault(_spelling(name), f'<span lang="{code}">{escape(name)}</span>')
    if any(said.values()):
        yield f'<p class="moa-entry__names">{", ".join(filter(None, said.values()))}</p>'


def _spelling(name: str) -> str:
    """A name without what people write one way or the other: spaces, hyphens, capitals."""
    return "".join(name.replace("-", " ").split()).casefold()


def _more(term: Term, language: str, site: Site, official: str) -> Iterator[str]:
    """Where the book explains the term, and where the official documents do."""
    words = WORDS[language]
    home = site.homes[term.id]
    if home.page and home.page != GLOSSARY:
        title, code = site.targets.title(Target(home.page, home.id), language)
        lang = "" if code == language else f' class="{ABROAD}" lang="{code}" hreflang="{code}"'
        address = escape(site.address(home, GLOSSARY))
        yield f'{words["explained"]}: <a href="{address}"{lang}>{escape(plain_words(title))}</a>'
    else:
        yield f'<span class="moa-entry__lacking">{words["lacking"]}</span>'
    for code in (language, *LANGUAGES):
        if path := term.official[code]:
            lang = "" if code == language else f' hreflang="{code}"'
            label = words["official" if code == language else "official_elsewhere"]
            yield f'<a href="{escape(path if "://" in path else official + path)}"{lang}>{label}</a>'
            return
