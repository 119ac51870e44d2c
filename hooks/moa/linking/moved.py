"""Old addresses on the site: anchors and pages that lead to what was renamed."""

import json
from collections.abc import Iterator, Mapping
from html import escape

from moa.linking.site import Leaf, Site
from moa.linking.words import WORDS
from moa.plain_words import plain_words
from moa.targets import Target


def with_old_anchors(leaf: Leaf, site: Site) -> str:
    """The page's text with the anchors that its sections had before; what has left the page is listed at its end."""
    renamed = list(_of_page(leaf, site))
    lines = leaf.text.split("\n")
    headings = {section.id: section for section in leaf.sections if section.id}
    here = [(anchor, headings[new.id]) for anchor, new in renamed if new.page == leaf.name and new.id in headings]
    for anchor, section in sorted(here, key=lambda each: -each[1].line):
        lines.insert(section.line - 1 + section.height, f'\n<div class="moa-was" id="{escape(anchor)}"></div>\n')
    gone = [each for each in renamed if each[1].page != leaf.name or each[1].id not in headings]
    moved = "".join(_moved(anchor, new, leaf, site) for anchor, new in gone)
    ends = [f'\n<div class="moa-moved" data-search-exclude="moved">{moved}</div>\n'] if moved else []
    return "\n".join([*lines, *ends])


def redirects(site: Site) -> Mapping[str, str]:
    """Pages of HTML that lead from pages that were renamed to what they are called now, by their old names."""
    renamed = ((old, Target.at(new)) for old, new in site.targets.renamed.items() if "#" not in old)
    moved = ((old, new) for old, new in renamed if old not in site.leaves and new.page in site.leaves)
    return {old: _redirect(old, new, site) for old, new in moved}


def _of_page(leaf: Leaf, site: Site) -> Iterator[tuple[str, Target]]:
    """The anchors that this page, or one that it was before, had for sections, and what these are called now."""
    for old, new in site.targets.renamed.items():
        was, target = Target.at(old), Target.at(new)
        holder = was.page if was.page in site.leaves else Target.at(site.targets.renamed.get(was.page, "")).page
        if was.id and holder == leaf.name and target.page in site.leaves:
            yield was.id, target


def _moved(anchor: str, new: Target, leaf: Leaf, site: Site) -> str:
    title, language = site.targets.title(new, leaf.language)
    lang = "" if language == leaf.language else f' lang="{language}"'
    address, said = escape(site.address(new, leaf.name)), escape(WORDS[leaf.language]["moved_to"])
    return f'<p id="{escape(anchor)}">{said} <a href="{address}"{lang}>{escape(plain_words(title))}</a></p>'


def _redirect(old: str, new: Target, site: Site) -> str:
    """A page that leads on at once, without a script too; with one it keeps the section that was asked for."""
    address = site.address(new, old)
    title, quoted = escape(site.leaves[new.page].labels[""]), escape(address)
    sections = {Target.at(name).id: now for name, now in site.targets.renamed.items() if name.startswith(f"{old}#")}
    places = {f"#{anchor}": site.address(Target.at(now), old) for anchor, now in sections.items()}
    fragment = '""' if new.id else "location.hash"
    script = f"location.replace({json.dumps(places)}[location.hash] || {json.dumps(address)} + {fragment})"
    return (
        f'<!doctype html>\n<html lang="{site.leaves[new.page].language}">\n<head>\n<meta charset="utf-8">\n'
        f'<title>{title}</title>\n<meta name="robots" content="noindex">\n<link rel="canonical" href="{quoted}">\n'
        f"<script>{script}</script>\n"
        f'<meta http-equiv="refresh" content="0; url={quoted}">\n</head>\n'
        f'<body>\n<p><a href="{quoted}">{title}</a></p>\n</body>\n</html>\n'
    )
