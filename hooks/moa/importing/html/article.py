"""The article of a saved page."""

import re
from collections.abc import Iterator

from moa.importing.html.names import ACTING, BLOCKS, CONTROLS, SILENT
from moa.importing.html.tree import Element, walk
from moa.importing.html.widgets import is_widget

# Where blogs and editors put the author's words, the surest first; of several the one with most text.
# A name is that of a class, an id (#), a role or property ([]) or an element.
CONTAINERS = (
    ".tt_article_useless_p_margin",
    ".se-main-container",
    ".sect_dsc",
    "#postViewArea",
    ".page-body",
    ".notion-page-content",
    ".wrap_body",
    ".contents_style",
    "[articleBody]",
    ".entry-content",
    ".post-content",
    ".article-view",
    ".article_view",
    ".markdown-body",
    ".atom-one",
    ".page__content",
    ".post_content",
    ".article-content",
    ".blogview_content",
    ".gh-content",
    ".wiki-content",
    ".article-body",
    ".post-body",
    ".theme-doc-markdown",
    ".md-content__inner",
    ".post__content",
    ".td-content",
    ".rst-content",
    "#mw-content-text",
)
# Elements that hold the article on many pages, and something else on some: they must hold most of the text.
_LIKELY = ("article", "main", "[main]", "#content", ".content", "#main")
_MOST = 0.5
_UNDIVIDED = frozenset("p ul ol dl table pre blockquote h2 h3 h4 h5 h6 li figure details aside".split())
_CODE = re.compile(r"highlight|language-|syntaxhighlighter|footnotes|callout")


def article(root: Element, text: str) -> Element:
    """The element that holds the author's words."""
    body = next((element for element in walk(root) if element.name == "body"), root)
    weights = _weights(body, text)
    whole = weights[id(body)]
    named: dict[str, list[Element]] = {}
    for element in walk(body):
        for name in _names(element) if id(element) in weights else ():
            named.setdefault(name, []).append(element)
    for least, names in ((0.0, CONTAINERS), (_MOST, _LIKELY)):
        for name in names:
            found = max(named.get(name, []), key=lambda element: weights[id(element)], default=None)
            if found and weights[id(found)] > least * whole:
                return found
    return _densest(body, weights)


def _names(element: Element) -> Iterator[str]:
    """The names by which the tables above may call an element."""
    yield element.name
    yield f"#{element.get('id')}"
    yield f"[{element.get('itemprop') or element.get('role')}]"
    yield from (f".{name}" for name in element.classes)


def _densest(body: Element, weights: dict[int, int]) -> Element:
    """The smallest element that holds most of the text."""
    best = body
    while True:
        inner = [element for element in best.elements if element.name in BLOCKS and not _is_prose(element)]
        heavy = max(inner, key=lambda element: weights.get(id(element), 0), default=None)
        if heavy is None or weights.get(id(heavy), 0) <= _MOST * weights[id(best)]:
            return best
        beside = sum(weights.get(id(element), 0) for element in best.elements if element not in inner)
        own_text = weights[id(best)] - sum(weights.get(id(element), 0) for element in best.elements)
        if beside or own_text:  # words right beside it belong to the same article
            return best
        best = heavy


def _is_prose(element: Element) -> bool:
    """Whether an element is a block of an article rather than a place for one."""
    return element.name in _UNDIVIDED or any(_CODE.match(name) for name in element.classes)


def _weights(body: Element, text: str) -> dict[int, int]:
    """The characters of text in each element, without those of links and of what is no article."""
    weights: dict[int, int] = {}
    order = list(_worth(body, text))
    for element in reversed(order):
        shown = 0
        for child in element.children:
            if isinstance(child, Element):
                shown += weights.get(id(child), 0) if child.name != "a" else 0
            else:
                shown += len("".join(text[child.start : child.end].split()))
        weights[id(element)] = shown
    return weights


_NO_ARTICLE = ACTING | SILENT | CONTROLS | {"nav", "footer", "header", "aside", "title"}


def _worth(body: Element, text: str) -> Iterator[Element]:
    waiting = [body]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(
            child
            for child in reversed(element.elements)
            if (child.name not in _NO_ARTICLE or not child.closed) and not is_widget(child, body, text)
        )
