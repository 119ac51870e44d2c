"""`::: diagram NAME` and `::: manifest FILE`: what pages show from files of their own, under docs/assets/."""

import html
import re
from collections.abc import Mapping
from posixpath import relpath

from moa.diagrams import read_diagram
from moa.directives import Directive, find_directives, replaced
from moa.languages import LANGUAGES

DIAGRAM, MANIFEST = "diagram", "manifest"
_FILES = {DIAGRAM: "assets/diagrams/{}.svg", MANIFEST: "assets/manifests/{}"}
_PATHS = re.compile(r"assets/(?:diagrams/[\w-]+\.svg|manifests/[\w.-]+\.ya?ml)")
_WORDS = {"ko": ("내려받기", "{} 내려받기"), "en": ("Download", "Download {}")}


def is_exhibit(path: str) -> bool:
    """Whether a file, by its path relative to docs/, is one that pages can show."""
    return _PATHS.fullmatch(path) is not None


def exhibit_path(directive: Directive) -> str:
    """The file that a directive names, relative to docs/."""
    return _FILES[directive.name].format(directive.target)


def exhibit_name(path: str) -> str:
    """What a directive calls the file at a path."""
    return path.rpartition("/")[2].removesuffix(".svg")


def find_exhibits(text: str) -> tuple[Directive, ...]:
    """The lines of a text that show a file."""
    return find_directives(text, _FILES)


def show_exhibits(text: str, exhibits: Mapping[str, str], language: str, url: str) -> str:
    """The text with the files that it shows put in; `exhibits` holds them by path, `url` is the page's own address.

    What is not there or is faulty is left out: the check names it.
    """
    found = [each for each in find_exhibits(text) if each.is_well_formed]
    if not found:
        return text
    return replaced(text, found, [_shown(each, exhibits, language, url) for each in found])


def _shown(directive: Directive, exhibits: Mapping[str, str], language: str, url: str) -> str:
    path = exhibit_path(directive)
    if path not in exhibits:
        return ""
    if directive.name == MANIFEST:
        return _manifest(path, exhibits[path], language, url)
    diagram, _ = read_diagram(path, exhibits[path], LANGUAGES)
    return diagram.figure(language) if diagram else ""


def _manifest(path: str, text: str, language: str, url: str) -> str:
    """The file as code, under a bar with its name and a button to download it; the theme adds one to copy it."""
    name = html.escape(exhibit_name(path))
    label, title = _WORDS[language]
    address = relpath(f"/{path}", f"/{url}")
    button = f'<a href="{address}" download aria-label="{title.format(name)}">{label}</a>'
    bar = f'<div class="moa-manifest" data-search-exclude="manifest"><span>{name}</span>{button}</div>'
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{bar}\n\n{fence}yaml\n{text.rstrip()}\n{fence}"
