"""The book as the theme would search it by itself: one index, the theme's own worker."""

import os
import re
import subprocess
import sys
from pathlib import Path

from moa.publish import dated

_HOOK = "  - hooks/index_search.py\n"
_WORKER = re.compile(r'("search": "(?:[^"]*/)?assets/javascripts/)search/worker\.js\?[^"]*"')


def build_stock(project: Path, docs: Path, site: Path) -> None:
    """Build a docs tree with the project's settings but for the search."""
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert _HOOK in settings, "mkdocs.yml no longer names the hook of the search"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", "-", "--site-dir", str(site)]
    environment = {**os.environ, **dated(docs, os.environ), "MOA_DOCS": str(docs), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(
        command, cwd=project, env=environment, input=settings.replace(_HOOK, ""), text=True, check=True, timeout=1200
    )
    worker = next((site / "assets/javascripts/workers").glob("search.*.min.js")).name
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        page.write_text(_WORKER.sub(rf'\g<1>workers/{worker}"', html), encoding="utf-8")
