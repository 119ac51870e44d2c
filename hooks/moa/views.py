"""What the theme's templates need to know of a page in two languages, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import relpath
from urllib.parse import urljoin

from moa.languages import SOURCE


@dataclass(frozen=True)
class Alternate:
    """A page in a language: its address within the site, and whether it is written in that language at all."""

    url: str
    real: bool


@dataclass(frozen=True)
class View:
    """A page's links to itself and its other language; `fallback`: it shows the Korean for want of a translation."""

    canonical: str
    alternates: tuple[tuple[str, str], ...]
    switch: Mapping[str, str]
    fallback: bool = False
    korean: str = ""
    translate: str | None = None


def view(
    url: str, language: str, versions: Mapping[str, Alternate], homes: Mapping[str, str], site: str | None
) -> View:
    """The view of the page at `url` (within the site, empty for the home page) as built in `language`.

    `versions` has the page itself and what stands for it in other languages; where nothing does, the switcher
    leads to that language's home page. Without a site address the links are relative.
    """
    real = {code: version.url for code, version in versions.items() if version.real}
    fallback = language not in real
    source = versions[SOURCE].url if SOURCE in versions else url
    links = [(code, absolute(real[code], url, site)) for code in sorted(real)] if not fallback else []
    if SOURCE in real and links:
        links.append(("x-default", absolute(real[SOURCE], url, site)))
    return View(
        canonical=absolute(source if fallback else url, url, site),
        alternates=tuple(links),
        switch={code: relative(versions[code].url if code in versions else homes[code], url) for code in homes},
        fallback=fallback,
        korean=relative(source, url),
    )


def absolute(url: str, page: str, site: str | None) -> str:
    """The address of `url` on the site, or as seen from `page` where the site has no address yet."""
    return urljoin(site, url) if site else relative(url, page)


def relative(url: str, page: str) -> str:
    """One page's address as seen from another; both end in `/` or are empty."""
    return relpath(f"/{url}", f"/{page}").rstrip("/") + "/"
