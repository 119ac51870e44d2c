"""Tags as they stand in a line of words: which act, which are kept, which are written as Markdown."""

import html
import re
from dataclasses import dataclass

from moa.importing.addresses import is_safe

_TAG = re.compile(r"^<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*)(?P<rest>.*?)/?>$", re.S)
_ATTRIBUTE = re.compile(r"([A-Za-z_:@][\w:.@-]*)\s*(?:=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")

ACTING = frozenset(
    "script style iframe frame frameset object embed applet form input button textarea select option link meta base "
    "svg math template noscript video audio".split()
)
WITH_CONTENT = frozenset("script style iframe object embed applet svg math template noscript".split())  # go whole
KEPT = frozenset("kbd sub sup mark u".split())
MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "del": "~~", "s": "~~", "strike": "~~"}
CODE = frozenset("code tt samp".split())
WORDS = {"rt": ("(", ")"), "q": ("“", "”")}
RESIDUE = frozenset("a b blockquote center details div em font i p span strong summary u".split())  # what editors leave
NEVER_INLINE = frozenset("html head body title".split())
LONE = frozenset("br hr img wbr p li dt dd td th tr col source track area".split())  # stand without a closing tag
_OTHERS = frozenset(
    (
        "abbr acronym address area article aside bdi bdo big blockquote body canvas caption center cite col colgroup "
        "data datalist dd details dfn dialog div dl dt fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 head "
        "header hgroup hr html ins label legend li main map marquee menu meter nav nobr ol optgroup output p picture "
        "pre progress rb rp ruby section small source span summary table tbody td tfoot th thead time title tr track "
        "ul var wbr"
    ).split()
)
ELEMENTS = frozenset({*ACTING, *KEPT, *MARKS, *CODE, *WORDS, *LONE, *_OTHERS, "a"})
_OFFICE = re.compile(r"^(?:o|v|w|m|st1):")  # what word processors leave behind


@dataclass(frozen=True)
class Tag:
    """A tag by its name in lower case; its attributes have their entities decoded."""

    name: str
    closes: bool
    attributes: dict[str, str]

    @property
    def acts(self) -> bool:
        """Whether an attribute of it could act or call another host."""
        return any(
            name.startswith("on")
            or (name in ("srcdoc", "formaction", "action", "background"))
            or (name == "style" and "url" in value.lower())
            or (name in ("href", "src", "xlink:href") and not is_safe(value))
            for name, value in self.attributes.items()
        )

    @property
    def is_element(self) -> bool:
        """Whether it is HTML at all; `<ESC>` and `<userid>` are words."""
        return self.name in ELEMENTS or _OFFICE.match(self.name) is not None


def read_tag(source: str) -> Tag | None:
    """The tag that a text is, or None for comments, declarations and instructions."""
    found = _TAG.match(source)
    if not found:
        return None
    attributes = {name.lower(): html.unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(found["rest"])}
    return Tag(found["name"].lower(), bool(found["close"]), attributes)
