"""How Moa reads Markdown: one markdown-it parser for structure, one list of extensions for what readers get."""

from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

# The types of boxes (`/// note`) and what each is called where it has no title of its own.
BOXES = {
    "note": {"ko": "참고", "en": "Note"},
    "tip": {"ko": "도움말", "en": "Tip"},
    "info": {"ko": "알림", "en": "Info"},
    "warning": {"ko": "주의", "en": "Warning"},
    "danger": {"ko": "위험", "en": "Danger"},
    "example": {"ko": "예", "en": "Example"},
    "question": {"ko": "물음", "en": "Question"},
    "success": {"ko": "성공", "en": "Success"},
    "failure": {"ko": "실패", "en": "Failure"},
    "quote": {"ko": "인용", "en": "Quote"},
    "correction": {"ko": "바로잡음", "en": "Correction"},
}


def box_types(language: str) -> list[dict[str, str]]:
    """The types of boxes as their extension takes them, titled in a language."""
    return [{"name": name, "title": titles[language]} for name, titles in BOXES.items()]


# Python-Markdown's extensions and their options, the same for the site, the tests and every check.
EXTENSIONS: dict[str, dict[str, Any]] = {
    "abbr": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "sane_lists": {},
    "tables": {},
    "toc": {"permalink": True},
    "pymdownx.arithmatex": {"generic": True},
    "pymdownx.betterem": {},
    "pymdownx.blocks.admonition": {"types": list(BOXES)},
    "pymdownx.blocks.details": {},
    "pymdownx.highlight": {"anchor_linenums": True},
    "pymdownx.inlinehilite": {},
    "pymdownx.saneheaders": {},
    "pymdownx.superfences": {},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "pymdownx.tilde": {"subscript": False},
}


class _Trusting(MarkdownIt):
    """Reads links as links even where they would act."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, the name is markdown-it's
        return True


def parser(*, trusting: bool = False) -> MarkdownIt:
    """A CommonMark parser with tables, strikethrough and footnotes; token maps are in lines from 0.

    One that is `trusting` reads links that would act, too, for those who refuse and list them.
    """
    reader = _Trusting if trusting else MarkdownIt
    return reader("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)


def block_parser() -> MarkdownIt:
    """The same parser for who asks for blocks alone: inline tokens keep their content and get no children."""
    reader = parser()
    reader.core.ruler.enableOnly(["normalize", "block"])
    return reader
