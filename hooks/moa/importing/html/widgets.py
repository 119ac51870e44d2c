"""What blogs put into and around an article that is no part of it, known by element, class or id."""

import re

from moa.importing.html.tree import Element, walk, words

# Whole names of classes and ids, by what they stand for.
_ADVERTISEMENTS = (
    r"ads?|adsense|adsbygoogle|advert\w*|ssp_adcontent|revenue_unit\w*|ad[-_]?(?:box|area|wrap|slot|unit|banner|inner)"
)
_BUTTONS = (
    r"(?:social|sns|share|sharing|addthis|sharedaddy|a2a)(?:[-_]?(?:buttons?|icons?|links?|box|area|list|bar|wrap|kit))?"
    r"|container_postbtn|post_?btn\w*|menu_toolbar|btn_subscribe|subscribe[-_\w]*|newsletter[-_\w]*|wrap_blog2\w*|blog2_\w+"
    r"|copy-?(?:btn|button|code)|btn-?copy|clipboard[-_\w]*|toolbar(?:-item)?"
)
_OTHER_PAGES = (
    r"another_cat\w+|area_related|article_rep|related[-_]?(?:posts?|articles?|content)?|recommend(?:ed|ations?)?[-_\w]*"
    r"|jp-relatedposts|category_list|prev-?next|post-?nav(?:igation)?|nav-links|breadcrumbs?|pagination|pager|paging"
)
_ABOUT = (
    r"(?:post|entry|article|wrap)[-_]?(?:share|sharing|sns|tags?|tail|footer|nav|navigation|meta|info|author|comments?|related)"
    r"|wrap_(?:btn|sub|relation|writer)|se_publishdate|page-properties"
)
_COMMENTS = (
    r"comments|comments?[-_]?(?:area|list|box|form|section|wrap|respond)|respond|reply[-_]?(?:area|list|box|write)|u_cbox"
    r"|disqus(?:_thread)?|giscus|utterances|cusdis|fb-comments"
)
_AROUND = (
    r"side[-_]?bar|widget[-_]?area|site[-_]?(?:header|footer|nav)|skip-link|screen-reader-text|sr-only|visually-hidden"
    r"|(?:book-|post[-_]|lwp)?toc|toc[-_](?:container|wrapper)|ez-toc-container|table[-_]of[-_]contents"
)
_NAMES = re.compile("|".join((_BUTTONS, _ABOUT, _AROUND)), re.IGNORECASE)
_FOREIGN = re.compile("|".join((_ADVERTISEMENTS, _OTHER_PAGES, _COMMENTS)), re.IGNORECASE)  # other people's words
_NEVER = frozenset("span code b strong em i td th tr tbody html body article main li".split())
_CARDS = frozenset(["opengraph", "se-oglink", "bookmark", "kg-bookmark-card", "wp-block-embed", "og-card"])
_BACK = frozenset(["↩", "↩︎", "↩️", "↑", "^", "⏎", "[back]", "return"])
_HIDDEN = re.compile(r"display:none|visibility:hidden", re.IGNORECASE)
_LONG = 200


def is_widget(element: Element, article: Element, text: str) -> bool:
    """Whether an element of a page is none of the author's words, though it stands among those of the article."""
    if element.name in ("nav", "dialog", "search"):
        return True
    if not element.attributes:
        return False
    names = [*element.classes, element.get("id")]
    if element.name == "ins":
        return "adsbygoogle" in names
    if _is_hidden(element) and len(words(element, text)) < _LONG:
        return True
    if any(_FOREIGN.fullmatch(name) for name in names if name):
        return element.name not in _NEVER
    whole = element.outer - element.start > (article.outer - article.start) / 2
    return element.name not in _NEVER and not whole and any(_NAMES.fullmatch(name) for name in names if name)


def _is_hidden(element: Element) -> bool:
    return "hidden" in element.attributes or _HIDDEN.search(element.get("style").replace(" ", "")) is not None


def is_backlink(element: Element, text: str) -> bool:
    """Whether a link only leads back from a footnote."""
    return element.name == "a" and "#" in element.get("href") and words(element, text).lower() in _BACK


def card(element: Element) -> Element | None:
    """The link of a card that shows another page, else None."""
    names = {*element.classes, element.get("data-ke-type")}
    if not names & _CARDS or element.name not in ("figure", "div", "a"):
        return None
    return next((inner for inner in walk(element) if inner.name == "a" and inner.get("href").startswith("http")), None)
