"""The Markdown block that wraps Korean text on an English page, and how its headings are found again in HTML."""

import re
from xml.etree import ElementTree

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor  # type: ignore[import-untyped]
from pymdownx.blocks.block import Block  # type: ignore[import-untyped]

from moa.spans import UNTRANSLATED

_HEADING = re.compile(r"<h[1-6]\b[^>]*>")
_ID = re.compile(r'\bid="([^"]*)"')
_FOOTNOTE = re.compile(r'<li (?=id="fn:ko-)')


class Untranslated(Block):  # type: ignore[misc]
    """A part of the page in Korean that the English search leaves out."""

    NAME = UNTRANSLATED

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """A division that says which language its words are in."""
        return ElementTree.SubElement(
            parent, "div", {"class": "moa-untranslated", "lang": "ko", "data-search-exclude": "ko"}
        )


class UntranslatedExtension(BlocksExtension):  # type: ignore[misc]
    """Registers the block with Python-Markdown."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Make `/// untranslated` known."""
        block_mgr.register(Untranslated, self.getConfigs())


def untranslated_ids(html: str) -> frozenset[str]:
    """The ids of the headings of a rendered page that stand in Korean."""
    headings = (found[0] for found in _HEADING.finditer(html) if 'lang="ko"' in found[0])
    return frozenset(found[1] for heading in headings if (found := _ID.search(heading)))


def with_korean_footnotes(html: str) -> str:
    """The rendered page with the footnotes that travelled with Korean sections marked as Korean."""
    return _FOOTNOTE.sub('<li lang="ko" data-search-exclude="ko" ', html)
