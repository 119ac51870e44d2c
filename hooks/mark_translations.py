"""Marks what is behind or missing on English pages: in their text, their contents, the navigation, the search."""

import os
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from moa import repository
from moa.fallbacks import Links, compose
from moa.languages import SOURCE
from moa.tree import load
from moa.untranslated import untranslated_ids, with_korean_footnotes
from moa.views import relative

_AFTER_STATIC_I18N = -200
_HANGUL = re.compile("[가-힣]")


@event_priority(_AFTER_STATIC_I18N)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Compose every translated page with the Korean of the sections that it lacks."""
    docs = Path(config.docs_dir)
    found, _ = repository.find(docs, os.environ)
    corpus = cache(lambda: load(docs)[0])  # read only where a reference must be read as the words it shows
    pages: Sequence[Any] = files.documentation_pages()
    for file in pages:
        korean = Path(docs, SOURCE, file.norm_src_uri)
        if file.locale != SOURCE and korean.is_file():
            links = Links(relative(file.alternates[SOURCE].url, file.url), found.edit(file.src_uri))
            text = korean.read_text(encoding="utf-8-sig")
            shown = corpus().shown(file.norm_src_uri.removesuffix(".md")) if "[[" in text else str
            file.content_string = compose(text, file.content_string, links, shown)


@event_priority(_AFTER_STATIC_I18N)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Say of Korean labels in another language's navigation that they are Korean."""
    i18n: Any = config.plugins["i18n"]
    if i18n.current_language != SOURCE:
        _mark_labels(nav.items)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Keep a page that stands in Korean for want of a translation out of the other language's search."""
    if _is_fallback(page.file):
        page.meta["search"] = {"exclude": True}


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Mark the contents' entries that lead to Korean words, and the page itself in the navigation."""
    file: Any = page.file
    if file.locale_alternate_of == SOURCE:
        return html
    missing = untranslated_ids(html)
    _mark_contents(page.toc, missing, everything=_is_fallback(file))
    _mark_labels([page])
    return with_korean_footnotes(html)


def _is_fallback(file: Any) -> bool:
    return bool(file.locale != file.locale_alternate_of)


def _mark_labels(items: list[Any]) -> None:
    for item in items:
        if item.title and _HANGUL.search(item.title):
            item.typeset = _korean(item.title)
        if isinstance(item, Section):
            _mark_labels(item.children)


def _mark_contents(entries: Any, missing: frozenset[str], everything: bool) -> None:
    for entry in entries:
        if everything or entry.id in missing:
            entry.typeset = _korean(entry.title, "" if everything else ' class="moa-in-korean"')
        _mark_contents(entry.children, missing, everything)


def _korean(words: str, attributes: str = "") -> SimpleNamespace:
    """What Material's templates show in place of a title (`item.typeset.title`)."""
    return SimpleNamespace(title=f'<span lang="ko"{attributes}>{words}</span>')
