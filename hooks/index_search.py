"""Writes one search index for each language, in small files, in the place of the theme's single one."""

from pathlib import Path
from typing import Any

from jinja2.environment import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import write_file

from moa.searching.index import index
from moa.searching.shown import Shown, definitions, entries
from moa.tree import load

_AFTER_STATIC_I18N = -200


@event_priority(_AFTER_STATIC_I18N)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Index the pages of the language that is built, now that all of them are rendered and none is written yet.

    The theme's own index is told to take none of them: it becomes an empty one, which its search bar asks for.
    """
    i18n: Any = config.plugins["i18n"]
    language = str(i18n.current_language or i18n.default_language)
    documents: list[Any] = list(files.documentation_pages())
    shown = [_shown(file) for file in documents if _is_searched(file, language)]
    corpus, _ = load(Path(config.docs_dir))  # what cannot be read has ended the build by now
    found = index(entries(shown, corpus, language), definitions(shown, corpus, language), language)
    for path, text in found.items():
        write_file(text.encode(), str(Path(config.site_dir, "search", language, path)))
    for file in documents:
        file.page.meta["search"] = {**(file.page.meta.get("search") or {}), "exclude": True}


def _is_searched(file: Any, language: str) -> bool:
    """Whether a page is written in the language, and its author lets it be found."""
    search = file.page.meta.get("search") or {}
    return file.locale == language and file.page.content is not None and not search.get("exclude")


def _shown(file: Any) -> Shown:
    page = file.page
    trail = tuple(str(each.title) for each in reversed(page.ancestors))
    search = page.meta.get("search") or {}
    url = "" if page.url in (".", "./") else page.url
    title = str(page.title or "")
    return Shown(file.norm_src_uri.removesuffix(".md"), url, title, page.content, trail, float(search.get("boost", 1)))
