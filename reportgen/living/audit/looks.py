"""How a document looks against its build: words that are not to be read any more, links that lead elsewhere, the file's title."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.findings import Finding, Place
from reportgen.finished.places import paragraph_place
from reportgen.finished.snapshot import all_paragraphs
from reportgen.living.audit.codes import found
from reportgen.messages import Message

if TYPE_CHECKING:
    from reportgen.finished.document import FinishedDocument
    from reportgen.finished.text_document import FinishedText
    from reportgen.living.audit.backing import Backing

_OF_CELLS = ("joined", "condition")


def check_looks(document: FinishedDocument, backing: Backing) -> Iterator[Finding]:
    """What the build wrote and nobody can read now, and another title of the file."""
    built = document.built
    if built is None or built.looks is None:
        return
    if document.title and built.title and document.title != built.title:
        yield found("words-changed", Place(file=document.name), built=built.title, now=document.title)
    for one in document.looks():
        if f"{one.look} {one.text}" in built.looks or not (one.look in _OF_CELLS or backing.says(one.text)):
            continue
        yield found("look-changed", one.place, text=one.text, look=Message(f"living.look-{one.look}"))


def check_links(document: FinishedText) -> Iterator[Finding]:
    """Source marks that say what they said and lead to another source."""
    led: dict[str, set[str]] = {}
    for blocks in document.built.parts.values() if document.built is not None else ():
        for paragraph in all_paragraphs(blocks):
            for span in paragraph.spans:
                if span.kind == "link":
                    led.setdefault(_bare(span.text), set()).add(span.name)
    for reading in document.reading.paragraphs:
        for stretch in reading.stretches:
            text = _bare(reading.text[stretch.start : stretch.end])
            known = led.get(text, set())
            if stretch.kind == "link" and text and known and stretch.name not in known:
                place = paragraph_place(document.name, reading)
                yield found(
                    "words-changed", place, built=f"{text} → {min(known)}", now=f"{text} → {stretch.name}"
                )


def _bare(text: str) -> str:
    return text.strip("\u200b\u2060\ufeff ")
