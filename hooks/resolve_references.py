"""Leads every reference, link and mention of a term to its place, in the language of the reader, and back again."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files

from moa.book import Book, read_book
from moa.building import settled_sources, site
from moa.checks import glossary, renamed, targets
from moa.folding.setting import Source
from moa.linking.moved import redirects
from moa.linking.site import page_url
from moa.linking.site_pages import link_pages
from moa.problems import errors
from moa.tree import from_here, load

log = get_plugin_logger("moa")
_AFTER_STATIC_I18N = -200
_AFTER_FOLDING = -300


@event_priority(_AFTER_STATIC_I18N)
def _settle(files: Files, config: MkDocsConfig) -> None:
    """Settle what references mean while their pages are known, and report those that mean nothing."""
    book = _book(config)
    i18n: Any = config.plugins["i18n"]
    if _language(config) == i18n.default_language:
        found = {*book.faults, *targets.check_book(book), *glossary.check(book), *renamed.check(book)}
        for problem in sorted(from_here(errors(found), Path(config.docs_dir))):
            log.warning("%s", problem)
    _write(files, {name: source.text for name, source in settled_sources(book, _sources(files)).items()})


@event_priority(_AFTER_FOLDING)
def _lead(files: Files, config: MkDocsConfig) -> None:
    """Link the pages as they are about to be rendered, and lead on from where renamed ones were."""
    pages = site(_book(config), _language(config), _sources(files))
    _write(files, link_pages(pages, str(config.extra.get("official_documentation") or "")))
    for name, html in redirects(pages).items():
        path = Path(config.site_dir, page_url(name, pages.language), "index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")


on_files = CombinedEvent(_settle, _lead)


def _book(config: MkDocsConfig) -> Book:
    corpus, _ = load(Path(config.docs_dir))  # what cannot be read has ended the build by now
    return read_book(corpus, files=("glossary.yml", "overlaps.yml", "nav.yml", "renamed.yml"))


def _language(config: MkDocsConfig) -> str:
    i18n: Any = config.plugins["i18n"]
    return str(i18n.current_language or i18n.default_language)


def _pages(files: Files) -> dict[str, Any]:
    """The files that become pages, by name, with what static-i18n has added to them."""
    documents: list[Any] = list(files.documentation_pages())
    return {file.norm_src_uri.removesuffix(".md"): file for file in documents}


def _sources(files: Files) -> dict[str, Source]:
    return {name: Source(file.content_string, file.locale) for name, file in _pages(files).items()}


def _write(files: Files, texts: Mapping[str, str]) -> None:
    pages = _pages(files)
    for name, text in texts.items():
        pages[name].content_string = text
