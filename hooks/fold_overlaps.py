"""Says everything once: the guide gathers what the notes tell, and the notes' pages fold it away."""

import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files

from moa import repository
from moa.book import read_book
from moa.building import setting
from moa.checks import decisions, gathers
from moa.folding.fold import fold
from moa.folding.setting import Source
from moa.problems import errors
from moa.tree import from_here, load

log = get_plugin_logger("moa")
_AFTER_STATIC_I18N = -200


@event_priority(_AFTER_STATIC_I18N)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Give every page of the language that is built its folded text, in one pass over all of them."""
    i18n: Any = config.plugins["i18n"]
    docs = Path(config.docs_dir)
    corpus, _ = load(docs)  # what cannot be read has ended the build by now
    book = read_book(corpus, files=("notes.yml", "overlaps.yml", "nav.yml", "corrections.yml"))
    language = str(i18n.current_language or i18n.default_language)
    if language == i18n.default_language:
        found = {*book.faults, *decisions.check(book), *gathers.check(book)}
        for problem in sorted(from_here(errors(found), docs)):
            log.warning("%s", problem)
    documents: list[Any] = list(files.documentation_pages())
    pages = {file.norm_src_uri.removesuffix(".md"): file for file in documents}
    sources = {name: Source(file.content_string, file.locale) for name, file in pages.items()}
    edit = repository.find(docs, os.environ)[0].edit
    for name, text in fold(setting(book, language, sources, edit)).texts.items():
        pages[name].content_string = text
