"""The one file that knows MkDocs' and static-i18n's ways: addresses, navigation, and what templates are told."""

import logging
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2.environment import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from moa import nav, repository
from moa.data import Value, read_data
from moa.markdown import EXTENSIONS, box_types
from moa.problems import Problem
from moa.untranslated import UntranslatedExtension
from moa.views import Alternate, view

log = get_plugin_logger("moa")
_AFTER_STATIC_I18N = -200
_UNDATED = "1970-01-01"
_WORDS = {
    "ko": {"permalink": "이 절의 주소", "footnote": "각주 {}번이 달린 곳으로", "toc": "이 페이지의 차례"},
    "en": {"permalink": "Link to this section", "footnote": "Back to where footnote {} stands", "toc": "On this page"},
}


def on_startup(**_: object) -> None:
    """Drop static-i18n's warning about instant navigation: the theme's switcher does not depend on it."""
    logging.getLogger("mkdocs.plugins.mkdocs_static_i18n.reconfigure").addFilter(_is_news)


def on_config(config: MkDocsConfig) -> None:
    """Set the addresses and the Markdown extensions, with their words in the language that is built."""
    found, problems = repository.find(Path(config.docs_dir), os.environ)
    _report(config, problems)
    config.site_url = config.site_url or found.addresses.site
    config.repo_url, config.repo_name = found.addresses.repository, found.addresses.name
    words = _WORDS[_language(config)]
    config.markdown_extensions = [*EXTENSIONS, UntranslatedExtension()]
    config.mdx_configs = {
        **EXTENSIONS,
        "toc": {**EXTENSIONS["toc"], "permalink_title": words["permalink"], "title": words["toc"]},
        "footnotes": {**EXTENSIONS["footnotes"], "BACKLINK_TITLE": words["footnote"]},
        "pymdownx.blocks.admonition": {"types": box_types(_language(config))},
    }


@event_priority(_AFTER_STATIC_I18N)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Set the navigation of the language that is built; a page that cannot be read ends the build here."""
    unreadable = list(_unreadable(files))
    if unreadable:
        raise PluginError("\n".join(["these pages cannot be read:", *map(str, unreadable)]))
    nav_data, nav_path = _data(config, "nav.yml")
    notes_data, _ = _data(config, "notes.yml")
    entries, faults = nav.read(nav_data, nav_path) if nav_data else (None, [])
    pages = [file.norm_src_uri for file in _pages(files)]
    notes = nav.read_notes(notes_data) if notes_data else ()
    config.nav, problems = nav.plan(entries, pages, notes, _language(config), nav_path)
    _report(config, [*faults, *problems])


@event_priority(_AFTER_STATIC_I18N)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Lead every page's edit link to its source, or to where a missing translation is written.

    No page is dated by the day of the build, so that the same tree gives the same site on any day.
    """
    found, _ = repository.find(Path(config.docs_dir), os.environ)
    for file in _pages(files):
        missing = file.locale != file.locale_alternate_of
        new = found.create(f"{_language(config)}/{file.norm_src_uri}") if missing else None
        file.page.edit_url = new or found.edit(file.src_uri)
        if "SOURCE_DATE_EPOCH" not in os.environ:
            file.page.update_date = _UNDATED


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell templates which date means none."""
    env.globals["undated"] = _UNDATED


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Give the templates the page's links to itself and to its other language."""
    i18n: Any = config.plugins["i18n"]
    file: Any = page.file
    versions = {code: Alternate(_url(other), other.locale == code) for code, other in file.alternates.items()}
    homes = {each.locale: "" if each.default else f"{each.locale}/" for each in i18n.config.languages}
    context["moa"] = view(page.url, _language(config), versions, homes, config.site_url)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Keep the error page of the source language, which speaks both: every later build would write over it."""
    i18n: Any = config.plugins["i18n"]
    return "" if template_name == "404.html" and not i18n.is_default_language_build else output


def _is_news(record: logging.LogRecord) -> bool:
    return "navigation.instant" not in record.getMessage()


def _language(config: MkDocsConfig) -> str:
    i18n: Any = config.plugins["i18n"]
    return str(i18n.current_language or i18n.default_language)


def _pages(files: Files) -> list[Any]:
    """The files that become pages, with what static-i18n has added to them."""
    return list(files.documentation_pages())


def _url(file: Any) -> str:
    return "" if file.url in (".", "./") else str(file.url)


def _data(config: MkDocsConfig, name: str) -> tuple[Value | None, str]:
    """A data file of the tree and its path as seen by whoever builds; None where it is absent or unreadable."""
    file = Path(config.docs_dir, name)
    path = _path(file)
    if not file.is_file():
        return None, path
    try:
        value, problems = read_data(path, file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        value, problems = Value(), [Problem(path, 0, 0, "this is not UTF-8 text", "save it as UTF-8")]
    _report(config, problems)
    return (None if problems else value), path


def _unreadable(files: Files) -> Iterator[Problem]:
    for file in files.documentation_pages():
        try:
            _ = file.content_string
        except (OSError, ValueError):
            yield Problem(
                os.path.relpath(file.abs_src_path or file.src_uri), 0, 0, "this is not UTF-8 text", "save it as UTF-8"
            )


def _report(config: MkDocsConfig, problems: Iterable[Problem]) -> None:
    """Log what is wrong with the tree, once: every language is built from the same one."""
    i18n: Any = config.plugins["i18n"]
    if _language(config) == i18n.default_language:
        for problem in sorted(set(problems)):
            log.log(logging.WARNING if problem.severity == "error" else logging.INFO, "%s", problem)


def _path(file: str | Path) -> str:
    """A path as whoever builds would write it: from here, or whole where it lies elsewhere."""
    near = os.path.relpath(file)
    return str(file) if near.startswith("..") else near
