"""The passes in their order: what each makes of a note is said in its own module."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from moa.importing.balance import balance_boxes, mark_own_boxes
from moa.importing.blocks import parse_blocks
from moa.importing.boxes import read_boxes, reset_code
from moa.importing.bullets import read_bullets
from moa.importing.characters import fold_characters
from moa.importing.chrome import drop_chrome
from moa.importing.code_words import read_code_words
from moa.importing.continuations import blank_spaces, join_continuations
from moa.importing.damage import report_damage
from moa.importing.definition_lists import read_definitions
from moa.importing.draft import Draft
from moa.importing.escapes import escape_markup
from moa.importing.fences import mark_code
from moa.importing.footnotes import drop_empty_footnotes, name_footnotes
from moa.importing.formulas import read_formulas, write_formulas
from moa.importing.fragments import close_html_blocks, read_html_blocks
from moa.importing.front_matter import take_front_matter
from moa.importing.glosses import tag_glosses
from moa.importing.headings import clean_headings, hoist_headings, level_headings, promote_title
from moa.importing.infos import read_infos
from moa.importing.licences import drop_licences
from moa.importing.line_headings import (
    read_bold_headings,
    read_underlines,
    space_headings,
)
from moa.importing.line_starts import escape_line_starts
from moa.importing.links import read_links
from moa.importing.notion import take_properties
from moa.importing.numbered_headings import read_numbered_headings
from moa.importing.obsidian import drop_hidden_signs
from moa.importing.paragraphs import join_lines, join_sentences
from moa.importing.references import take_references
from moa.importing.remarks import take_remarks
from moa.importing.rules import drop_spacing_rules
from moa.importing.strong_words import read_strong_words
from moa.importing.tables import read_tables
from moa.importing.tags import read_inline_html
from moa.importing.templates import read_template_tags
from moa.importing.titles import read_titles

Pass = tuple[str, Callable[[Draft], Draft]]


def mark_code_again(draft: Draft) -> Draft:
    """Boxes moved the margin of what they hold: where there are any, code is looked for anew."""
    return mark_code(reset_code(draft)) if any(line.kind == "box" for line in draft.lines) else draft


def read_into_blocks(draft: Draft) -> Draft:
    """Parse the lines; from here on passes change blocks."""
    tree = parse_blocks(draft.lines)
    return replace(draft, lines=(), blocks=tree.blocks, definitions=tree.definitions)


# The habits of authors and of their tools: read once, from the raw note.
AUTHOR_LINES: Sequence[Pass] = (
    ("front matter", take_front_matter),
    ("code", mark_code),
    ("displayed formulas", read_formulas),
    ("template tags", read_template_tags),
    ("hidden signs", drop_hidden_signs),
    ("boxes", read_boxes),
    ("code in boxes", mark_code_again),
    ("continuations", join_continuations),
    ("unseen characters", fold_characters),
    ("blank lines", blank_spaces),
    ("damage", report_damage),
    ("blog chrome", drop_chrome),
    ("licence lines", drop_licences),
    ("definitions", read_definitions),
    ("bullets", read_bullets),
    ("headings without a space", space_headings),
    ("underlined headings", read_underlines),
    ("bold headings", read_bold_headings),
    ("numbered headings", read_numbered_headings),
    ("properties under the title", take_properties),
    ("blocks of HTML without blank lines", close_html_blocks),
)
# What every page goes through, one that this importer wrote too.
READING: Sequence[Pass] = (
    ("blocks", read_into_blocks),
    ("HTML blocks", read_html_blocks),
    ("languages of code", read_infos),
    ("formulas in their place", write_formulas),
    ("names of footnotes", name_footnotes),
    ("titles of boxes", read_titles),
    ("hidden headings", hoist_headings),
    ("broken lines", join_lines),
    ("tables", read_tables),
    ("inline HTML", read_inline_html),
)
LINKING: Sequence[Pass] = (
    ("headings", clean_headings),
    ("links and images", read_links),
)
FORM: Sequence[Pass] = (
    ("empty footnotes", drop_empty_footnotes),
    ("bold words before particles", read_strong_words),
    ("escapes", escape_markup),
    ("starts of lines", escape_line_starts),
    ("boxes in pairs", balance_boxes),
)

AUTHOR: Sequence[Pass] = (
    *AUTHOR_LINES,
    *READING,
    ("code spans", read_code_words),
    *LINKING,
    ("broken sentences", join_sentences),
    ("sources", take_references),
    ("personal remarks", take_remarks),
    ("glosses", tag_glosses),
    ("rules", drop_spacing_rules),
    ("title", promote_title),
    ("levels of headings", level_headings),
    *FORM,
)
OWN_PAGE: Sequence[Pass] = (
    ("code", mark_code),
    ("displayed formulas", read_formulas),
    ("own boxes", mark_own_boxes),
    ("unseen characters", fold_characters),
    *READING,
    *LINKING,
    *FORM,
)


def run(draft: Draft) -> Draft:
    """Every pass over a note, those of the form alone where the file is a page of ours."""
    for _, change in OWN_PAGE if draft.own else AUTHOR:
        draft = change(draft)
    return draft
