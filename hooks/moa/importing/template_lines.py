"""Tags of site generators within a line: links, images, embedded videos, tabs, and what only the generator needs."""

import re

from moa.importing.box_tags import is_box_tag
from moa.importing.traced import NOTHING, Traced

_ARGUMENT = re.compile(r"(?P<name>[\w-]+)\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s%>}]+))")
_INLINE_ATTRIBUTES = re.compile(r"(?<=[)\]*_`>~])\{:[^}\n]*\}")
_RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}|\{::nomarkdown\}|\{:/(?:nomarkdown)?\}")
_TAG = re.compile(
    r"\{%-?\s*(?P<name>[\w-]+)(?![\w-])(?P<rest>[^%\n]{0,400})%\}|\{\{[<%]\s*(?P<short>/?\s*\w+)\b(?P<more>[^>%\n]{0,400})[>%]\}\}"
)
_DESTINATION = re.compile(r"(?<=\]\()(?P<address>[^()\n]*\{[{%][^()\n]*)(?=\))")
_SITE = re.compile(r"\{\{-?\s*(?:site|page)\.\w+\s*-?\}\}|\s*\|\s*(?:relative|absolute)_url\b")
_QUOTED = re.compile(r"\{\{-?[<%]?\s*(?:(?:rel)?ref\s+)?[\"'](?P<path>[^\"']*)[\"']\s*(?:\|[^}]*)?[>%]?-?\}\}")
_NAMED = re.compile(r"\{%-?\s*(?:post_url|link|asset_path)\s+(?P<path>[^\s%]+)\s*-?%\}")
_AT = re.compile(r"^\s*@\[(?P<name>\w+)\]\((?P<id>[^()\s]+)\)\s*$")
_ALONE = re.compile(r"^\s*(?:\{%.*%\}|\{\{[<%].*[>%]\}\})\s*$")

_IMAGES = frozenset("figure image img asset_img include".split())
_SOURCES = ("src", "url", "image_path", "path", "file", "link")
_WORDS = ("caption", "alt", "title", "description", "content", "text", "message")
_PLACES = {
    "youtube": "https://youtu.be/",
    "vimeo": "https://vimeo.com/",
    "gist": "https://gist.github.com/",
    "tweet": "https://twitter.com/i/status/",
    "codepen": "https://codepen.io/",
}
_ADDRESSED = frozenset("embed card link_preview linkcard oembed".split())
_SILENT = frozenset(
    (
        "include_relative include_cached assign capture endcapture tabs endtabs content-ref endcontent-ref endembed "
        "stepper endstepper columns column endcolumns endcolumn if else elsif endif for endfor unless endunless more "
        "centerquote endcenterquote div enddiv"
    ).split()
)


def read_line(content: Traced) -> tuple[Traced, list[Traced], str]:
    """A line without its tags, what of them no page shows, and what a person should know of the line."""
    gone = [
        content[slice(*found.span())]
        for pattern in (_INLINE_ATTRIBUTES, _RAW)
        for found in pattern.finditer(content.text)
    ]
    for pattern in (_INLINE_ATTRIBUTES, _RAW):
        content = content.sub(pattern, lambda _: NOTHING)
    content = content.sub(_DESTINATION, _address)
    content = content.sub(_AT, lambda found: _place(found["name"], found["id"]) or found[0])
    new = content.sub(_TAG, _shown)
    gone += [content[slice(*found.span())] for found in _TAG.finditer(content.text) if _shown(found) == ""]
    unknown = _ALONE.match(new.text) is not None and not is_box_tag(new.text)
    return new, gone, "a tag of a site generator stands in the text" if unknown else ""


def _address(found: re.Match[str]) -> str:
    """The address of a link without the generator's own variables."""
    address = _SITE.sub("", found["address"])
    address = _NAMED.sub(lambda m: m["path"], _QUOTED.sub(lambda m: m["path"], address)).strip()
    return found[0] if "{" in address else f"<{address}>" if " " in address else address


def _shown(found: re.Match[str]) -> str:
    """What stands for a tag; itself where it is unknown."""
    name = (found["name"] or found["short"]).replace(" ", "").lower()
    rest = found["rest"] or found["more"] or ""
    given = {m["name"].lower(): m["a"] or m["b"] or m["c"] or "" for m in _ARGUMENT.finditer(rest)}
    if name in _IMAGES:
        return _image(name, rest, given, found[0])
    if name in _ADDRESSED or name in _PLACES:
        id_ = given.get("url") or given.get("id") or given.get("src") or rest.strip(" -\"'").partition(" ")[0]
        return _place(name, id_) or found[0]
    return "" if name in _SILENT or name.strip("/") in ("tabs", "steps", "columns", "column") else found[0]


def _image(name: str, rest: str, given: dict[str, str], source: str) -> str:
    words = next((given[key] for key in _WORDS if given.get(key)), "")
    words = re.sub(r"[\[\]]", "", words)
    path = next((given[key] for key in _SOURCES if given.get(key)), "")
    if name == "include":
        return f"![{words}](<{path}>)" if path else words
    if not path and not given and (bare := re.findall(r"\S+", rest.strip(" -"))):
        path = next((part for part in bare if re.search(r"\.\w{2,5}$", part)), "")
        words = " ".join(part for part in bare if part != path and not part.isdigit()).strip("\"'")
    return f"![{words}](<{path}>)" if path and not re.search(r"[<>]", path) else source


def _place(name: str, id_: str) -> str:
    if id_.startswith(("http://", "https://")):
        return f"<{id_}>" if not re.search(r"[<>\s]", id_) else ""
    return f"<{_PLACES[name]}{id_}>" if name in _PLACES and re.fullmatch(r"[\w/.-]+", id_) else ""
