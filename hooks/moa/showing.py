"""Pages with the files that they show put in: diagrams as figures, manifests as code to copy and to download."""

import html
import re
from collections.abc import Mapping
from posixpath import relpath

from moa.diagrams.diagram import read_diagram
from moa.directives import Directive, find_directives, replaced
from moa.exhibits import MANIFEST, exhibit_name, exhibit_path, exhibits_of
from moa.languages import LANGUAGES

_WORDS = {"ko": ("내려받기", "{} 내려받기"), "en": ("Download", "Download {}")}


def show_exhibits(text: str, exhibits: Mapping[str, str], language: str, url: str) -> str:
    """The text with the files that it shows put in; `exhibits` holds them by path, `url` is the page's own address.

    What is not there or is faulty is left out: the check names it.
    """
    found = [each for each in exhibits_of(find_directives(text)) if each.is_well_formed]
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
