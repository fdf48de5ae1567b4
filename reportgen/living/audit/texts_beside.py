"""Texts that are beside paragraphs and cells: hidden text and equations; shapes, page headers and comments of sheets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from reportgen.excel.beside_cells import prompts_of
from reportgen.findings import Finding, Place
from reportgen.finished.places import cell_place, paragraph_place
from reportgen.finished.tokens import edits
from reportgen.language.any_language import pattern
from reportgen.living.audit.changed_words import reworded
from reportgen.living.audit.codes import found
from reportgen.living.audit.prose import Passage, check_numbers
from reportgen.living.audit.statements import OwnStatements

if TYPE_CHECKING:
    from reportgen.finished.text_document import FinishedText
    from reportgen.finished.workbook_document import FinishedWorkbook
    from reportgen.living.audit.backing import Backing


def check_unseen(document: FinishedText, backing: Backing) -> Iterator[Finding]:
    """Numbers in hidden text and equations that the document was not built with."""
    built = document.built.beside if document.built is not None else {}
    for paragraph in document.reading.paragraphs:
        for text in paragraph.unseen:
            if text not in built.get(paragraph.part, ()):
                place = paragraph_place(document.name, paragraph, text)
                yield from check_numbers(Passage(place, text), backing)


def check_beside(document: FinishedWorkbook, backing: Backing) -> Iterator[Finding]:
    """Numbers in shapes, headers and comments that were not there, and other words in those that were."""
    built, own = document.built.beside if document.built is not None else {}, OwnStatements(backing)
    changed: dict[tuple[str, str], list[Place]] = {}
    for sheet in document.book.sheets:
        before, after = built.get(sheet.name, ()), sheet.beside
        if document.built is not None and document.built.is_older:
            prompts = set(prompts_of(document.package.read(sheet.part)))
            after = tuple(text for text in after if text not in prompts)
        for tag, start, end, first, last in edits(before, after):
            if tag == "equal":
                continue
            for old, new in zip_longest(before[start:end], after[first:last], fillvalue=""):
                place = cell_place(document.name, sheet.name, None, None, new)
                if not old:
                    yield from own.check(place, new, around=True)
                for pair in reworded(old, _without_file_number(old, new)):
                    changed.setdefault(pair, []).append(place)
                yield from check_numbers(Passage(place, new), backing)
    for (was, now), places in changed.items():
        variant = "often" if len(places) > 1 else ""
        yield found("words-changed", places[0], variant=variant, built=was, now=now, count=len(places) - 1)


def _without_file_number(old: str, new: str) -> str:
    """A text without the number that an office filed the document under, where it had none."""
    number = pattern("said_words", "FILE_NUMBER")
    return new if number.search(old) else number.sub("", new)
