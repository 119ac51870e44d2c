"""What the elements of HTML mean here: which flow, which hide, which close others."""

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())

# Elements that begin and end lines of text.
BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre search section summary table tbody td
    tfoot th thead tr ul listing xmp""".split()
)

INLINE = frozenset(
    """a abbr acronym annotation audio b bdi bdo big button canvas cite code data datalist del dfn em embed font i
    iframe img input ins kbd label legend map mark math menuitem meter nobr noscript object optgroup option output
    picture progress q rb rp rt rtc ruby s samp script select semantics slot small source span strike strong style sub
    sup svg
    template textarea time track tt u var video wbr""".split()
)

_REST = frozenset(
    """area base basefont br col colgroup frame frameset head link marquee meta noframes param title
    mfrac mi mn mo mover mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover
    circle clippath defs ellipse g line lineargradient path polygon polyline rect stop symbol tspan use""".split()
)

ELEMENTS = VOID | BLOCKS | INLINE | _REST

# Elements that can act, and elements whose content is no part of the text.
ACTING = frozenset(["script", "style", "iframe", "object", "embed", "frame", "frameset"])
SILENT = frozenset(["svg", "template", "noscript", "noframes", "datalist", "map", "canvas", "rp", "colgroup", "head"])
CONTROLS = frozenset("button input select textarea option optgroup meter progress output menuitem".split())

CODE_ELEMENTS = frozenset(["pre", "listing", "xmp"])
HEADINGS = {f"h{level}": level for level in range(1, 7)}

MARKS = {
    **dict.fromkeys(["strong", "b"], "**"),
    **dict.fromkeys(["em", "i", "var", "dfn", "cite"], "*"),
    **dict.fromkeys(["del", "s", "strike"], "~~"),
    **{name: f"<{name}>" for name in ("sub", "sup", "kbd", "mark", "u")},
}
TAGS = {"**": "<strong>", "*": "<em>", "~~": "<del>"}

# An open element that the opening of another one closes: where the search ends, and what is closed.
_IN_TABLE = frozenset(["table", "td", "th", "caption", "#root"])
IMPLIED_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(["li"]), frozenset(["ul", "ol", "dir", "menu"]) | _IN_TABLE),
    **dict.fromkeys(["dt", "dd"], (frozenset(["dt", "dd"]), frozenset(["dl"]) | _IN_TABLE)),
    **dict.fromkeys(["td", "th"], (frozenset(["td", "th"]), frozenset(["tr", "table"]))),
    "tr": (frozenset(["tr"]), frozenset(["table", "tbody", "thead", "tfoot"])),
    **dict.fromkeys(["tbody", "thead", "tfoot"], (frozenset(["tbody", "thead", "tfoot"]), frozenset(["table"]))),
    "a": (frozenset(["a"]), _IN_TABLE),
    "option": (frozenset(["option"]), frozenset(["select", "datalist"])),
    **dict.fromkeys(["rt", "rp"], (frozenset(["rt", "rp"]), frozenset(["ruby"]))),
    **{name: (frozenset(HEADINGS), BLOCKS - frozenset(HEADINGS)) for name in HEADINGS},
    "body": (frozenset(["head"]), frozenset(["html"])),
}
PARAGRAPH_ENDS = (frozenset(["p"]), _IN_TABLE | frozenset(["button", "li", "div", "blockquote", "details"]))
# An end tag of one of these does not reach out of the cell that it stands in.
CELL = frozenset(["td", "th", "caption"])
TABLE_PARTS = frozenset(["table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"])
