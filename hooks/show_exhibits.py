"""Puts the diagrams and manifests that pages name into them."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files

from moa.book import read_book
from moa.checks import exhibits
from moa.problems import errors
from moa.showing import show_exhibits
from moa.tree import from_here, load

log = get_plugin_logger("moa")
_BETWEEN_FOLDING_AND_LINKING = -250


@event_priority(_BETWEEN_FOLDING_AND_LINKING)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Show each page's files in the language of its words, and report those that cannot be shown."""
    i18n: Any = config.plugins["i18n"]
    docs = Path(config.docs_dir)
    corpus, _ = load(docs)  # what cannot be read has ended the build by now
    if str(i18n.current_language or i18n.default_language) == i18n.default_language:
        for problem in sorted(from_here(errors(exhibits.check(read_book(corpus, files=()))), docs)):
            log.warning("%s", problem)
    pages: list[Any] = list(files.documentation_pages())
    for file in pages:
        file.content_string = show_exhibits(file.content_string, corpus.exhibits, file.locale, file.url)
