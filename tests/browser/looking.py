"""What is wrong with how a page looks: what sticks out sideways, texts over texts, texts too faint to read."""

from pathlib import Path

from playwright.sync_api import Page

_SCRIPT = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")
_LOOK = _SCRIPT[_SCRIPT.index("() =>") :]
_SCHEMES = {"light": "default", "dark": "slate"}


def faults(page: Page, scheme: str = "") -> dict[str, object]:
    """Faults by kind (sideways, overlaps, faint), as the page is or in light or in dark."""
    if scheme:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.wait_for_selector(f"[data-md-color-scheme={_SCHEMES[scheme]}]")
    found: dict[str, object] = page.evaluate(_LOOK)
    return found
