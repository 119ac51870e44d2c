"""Images become placeholders that name their paths; nothing is fetched and no file is read."""

import re

from moa.importing.addresses import LOCAL, is_safe, leads_outside
from moa.importing.edits import Edit, edited
from moa.importing.findings import Findings
from moa.importing.inline import References, Span, spans
from moa.importing.traced import Traced

_DESTINATION = re.compile(r"\]\(\s*(?P<href><[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)")


def read_images(line: Traced, references: References, findings: Findings) -> Traced:
    """The line with a placeholder for each image."""
    if "![" not in line.text:
        return line
    edits: list[Edit] = []
    for span in spans(line.text, references):
        if span.kind == "image":
            edits.append((span.start, span.end, _image(line[span.start : span.end], span, findings)))
    return edited(line, edits)


def _image(source: Traced, span: Span, findings: Findings) -> Traced:
    path = str(span.token.attrs.get("src", ""))
    findings.used.add(path)
    found = _DESTINATION.search(source.text)
    if found and found["href"].strip("<>") and not path.startswith("data:"):
        path = found["href"].strip("<>")
    words = " ".join(span.token.content.split())
    if not (is_safe(path) or LOCAL.match(path) or path.startswith("data:")):
        findings.refuse(source, "an image whose address would act was refused")
        return Traced.made(placeholder(words, ""))
    if leads_outside(path):
        fact = f"the image path {path} leads out of the note's folder; it was not read"
        findings.remark(source.start, fact, "check what the picture showed")
    findings.images.append(source)
    return source.rewritten(placeholder(words, path))


def placeholder(words: str, path: str) -> str:
    """What stands for an image: its words and, as code, where it was."""
    shown = "data:" + path[5:].split(";")[0].split(",")[0] if path.startswith("data:") else path
    shown = shown.replace("`", "%60").replace("|", "%7C").strip()
    clean = re.sub(r"[\[\]*_`<>|\\]", "", words).strip()
    name = f"그림: {clean}" if clean else "그림"
    return f"*{name}* (`{shown}`)" if shown else f"*{name}*"
