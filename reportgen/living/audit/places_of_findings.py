"""The findings of an audit place by place, as people go through a document: each with the words around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.display_width import end_of
from reportgen.findings import Finding, Place
from reportgen.language import language, say
from reportgen.living.audit.codes import words_of_finding
from reportgen.messages import Bilingual, Message
from reportgen.record import Record
from reportgen.values import plain

if TYPE_CHECKING:
    from reportgen.living.audit.audit import Audit

AROUND, BESIDE = 70, 40
"""Characters shown on either side of what a finding is about, and those by which it is known again."""


class FoundText(Record):
    """A finding and the text that it is about, with the text before and after it."""

    finding: Finding
    before: str
    text: str
    after: str

    @property
    def whole(self) -> str:
        """The text and the words beside it: what tells one finding from another, wherever it moves in the document."""
        before, after = end_of(self.before, BESIDE, last=True), end_of(self.after, BESIDE)
        return " ".join(f"{before}{self.text}{after}".split())

    @property
    def key(self) -> tuple[str, str]:
        return self.finding.code, self.whole


class FindingsAtPlace(Record):
    """All findings of a paragraph or a cell. ``page`` is the one it was on when Word last laid the document out, if it says so."""

    place: Place
    page: int | None
    found: tuple[FoundText, ...]

    @property
    def words(self) -> Message:
        return Message("living.place-of-findings", place=self.place, page=self.page)


def by_place(audit: Audit) -> tuple[FindingsAtPlace, ...]:
    """The findings in the order of the document, those of one paragraph or cell together."""
    places = {finding.place for finding in audit.findings}
    texts = {_key(place): text for place, text in audit.document.texts_around(places)}
    pages = {_key(place): page for place, page in audit.document.pages()}
    groups: dict[tuple[object, ...], list[FoundText]] = {}
    seen: Counter[tuple[object, ...]] = Counter()
    for finding in audit.findings:
        place = finding.place
        key = _key(place)
        text = _said(words_of_finding(finding), audit.language)
        before, said, after = _around(texts.get(key, ""), text, seen[key, finding.code, text])
        seen[key, finding.code, text] += 1
        groups.setdefault(key, []).append(FoundText(finding, before, said, after))
    return tuple(_group(found, pages) for found in groups.values())


def _group(found: Sequence[FoundText], pages: dict[tuple[object, ...], int]) -> FindingsAtPlace:
    place = found[0].finding.place
    bare = Place(
        file=place.file, sheet=place.sheet, row=place.row if place.sheet else None,
        column=place.column if place.sheet else None, paragraph=place.paragraph, line=place.line, part=place.part,
    )  # fmt: skip
    return FindingsAtPlace(bare, pages.get(_key(place)), tuple(found))


def _key(place: Place) -> tuple[object, ...]:
    return (
        place.file,
        place.part,
        place.sheet,
        place.paragraph,
        place.line,
        *((place.row, place.column) if place.sheet else ()),
    )


def _said(value: object, code: str) -> str:
    if isinstance(value, tuple):
        return language(code).listed([_said(one, code) for one in value])
    if isinstance(value, Message | Bilingual | str):
        return say(value, code)
    return plain(value) if isinstance(value, Decimal) else str(value)


def _around(whole: str, text: str, nth: int) -> tuple[str, str, str]:
    """The text before, the text itself, the text after it; of a text that is not there the beginning of what is."""
    at = whole.find(text) if text else -1
    for _ in range(nth):
        following = whole.find(text, at + 1)
        at = following if following >= 0 else at
    if at < 0:
        return "", text, end_of(f" | {whole}" if whole and text else whole, 2 * AROUND)
    end = at + len(text)
    return end_of(whole[:at], AROUND, last=True), text, end_of(whole[end:], AROUND)
