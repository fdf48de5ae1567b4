"""The page of an official document: paper, margins, type area, lines and letters, page numbers (GB/T 9704-2012, 5 and 7.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.findings import Finding
from reportgen.ooxml import relationships
from reportgen.ooxml.xml import child_value, parse, qn
from reportgen.word import wml as n
from reportgen.word.official_form.formatting import OfficialDocument, departs, names

if TYPE_CHECKING:
    from lxml.etree import _Element

_TWIPS = 1440 / 25.4
_PAPER = (210, 297)
_TOP, _LEFT, _WIDTH, _HEIGHT = 37, 28, 156, 225
_TOLERANCE = 1.0
_LINES, _LETTERS = 22, 28
_PAGE_NUMBER = 28
"""4号 in half points."""


def page_findings(read: OfficialDocument) -> Iterator[Finding]:
    """Of the upright sections; a landscape one is checked for its paper alone."""
    upright = []
    for section in read.sections:
        width, height = _mm(section, n.PAGE_SIZE, n.WIDTH), _mm(section, n.PAGE_SIZE, n.HEIGHT)
        if not _is(min(width, height), _PAPER[0]) or not _is(max(width, height), _PAPER[1]):
            yield departs("5.1", "paper", width=round(width), height=round(height))
        if width < height:
            upright.append(section)
    for section in upright:
        yield from _margins(section)
    if upright:
        yield from _grid(read, upright[0])
    yield from _page_numbers(read)


def _margins(section: _Element) -> Iterator[Finding]:
    top, bottom, left, right = (
        _mm(section, n.PAGE_MARGINS, qn(f"w:{side}")) for side in ("top", "bottom", "left", "right")
    )
    left += _mm(section, n.PAGE_MARGINS, n.GUTTER)
    width = _mm(section, n.PAGE_SIZE, n.WIDTH) - left - right
    height = _mm(section, n.PAGE_SIZE, n.HEIGHT) - top - bottom
    for side, found, wanted in (("margin-top", top, _TOP), ("margin-left", left, _LEFT)):
        if not _is(found, wanted):
            yield departs("5.2.1", side, found=_shown(found), wanted=str(wanted))
    if not (_is(width, _WIDTH) and _is(height, _HEIGHT)):
        yield departs("5.2.1", "type-area", width=_shown(width), height=_shown(height))


def _grid(read: OfficialDocument, section: _Element) -> Iterator[Finding]:
    """Lines of a page and letters of a line, by the look of the body text."""
    body = next((line for line in read.lines if line.is_styled("body") and line.looks), None)
    if body is None:
        return
    height = _HEIGHT * _TWIPS
    spacing = read.paragraph_property(body, qn("w:spacing"))
    grid = section.find(qn("w:docGrid"))
    pitch = 0
    if spacing is not None and spacing.get(qn("w:lineRule")) == "exact":
        pitch = int(spacing.get(qn("w:line")) or 0)
    elif grid is not None and grid.get(n.TYPE) in ("lines", "linesAndChars"):
        pitch = int(grid.get(qn("w:linePitch")) or 0)
    lines = int((height + 20) // pitch) if pitch else 0
    if not lines:
        yield departs("5.2.3", "no-fixed-lines", body)
    elif lines != _LINES:
        yield departs("5.2.3", "lines", body, found=lines)
    look = body.looks[0][1]
    breadth = look.half_points * 10 + look.spacing
    if grid is not None and grid.get(n.TYPE) == "linesAndChars":
        breadth = look.half_points * 10 + int(grid.get(qn("w:charSpace")) or 0) * 20 // 4096
    letters = int((_WIDTH * _TWIPS + 20) // breadth)
    if letters != _LETTERS:
        yield departs("5.2.3", "letters", body, found=letters)


def _page_numbers(read: OfficialDocument) -> Iterator[Finding]:
    """In 宋体 of size 4 between dashes, at the right of odd pages and the left of even ones."""
    feet = dict(_feet(read))
    numbered = {kind: foot for kind, foot in feet.items() if _numbers_pages(foot)}
    if not numbered:
        yield departs("7.5", "no-page-number")
        return
    settings = _settings(read)
    if settings is None or settings.find(qn("w:evenAndOddHeaders")) is None or "even" not in numbered:
        yield departs("7.5", "page-number-sides")
    for kind, foot in numbered.items():
        for paragraph in foot.iter(n.P):
            if not _numbers_pages(paragraph):
                continue
            chain = read.chain(paragraph)
            run = paragraph.find(n.R)
            look = read.look(run.find(n.RPR) if run is not None else None, chain)
            if look.half_points != _PAGE_NUMBER or not _is_song(look.face):
                yield departs("7.5", "page-number-look", face=look.face, points=look.half_points / 2)
            text = "".join(part.text or "" for part in paragraph.iter(n.T)).strip()
            if not names().PAGE_NUMBER.fullmatch(text):
                yield departs("7.5", "page-number-dashes", found=text)
            side = child_value(paragraph, f"{n.PPR}/{qn('w:jc')}", n.VAL, "left")
            if side not in {"default": ("right", "end"), "even": ("left", "start", "both")}.get(
                kind, (side,)
            ):
                yield departs("7.5", "page-number-sides")


def _feet(read: OfficialDocument) -> Iterator[tuple[str, _Element]]:
    targets = {item.id: item.part for item in read.package.relationships(read.package.main_part)}
    for reference in read.root.iter(qn("w:footerReference")):
        part = targets.get(reference.get(n.RELATIONSHIP_ID) or "")
        if part and part in read.package:
            yield reference.get(n.TYPE) or "default", parse(read.package.read(part), part).root


def _settings(read: OfficialDocument) -> _Element | None:
    found = read.package.relationships(read.package.main_part).by_type(relationships.SETTINGS)
    part = next((item.part for item in found), None)
    return parse(read.package.read(part), part).root if part and part in read.package else None


def _numbers_pages(element: _Element) -> bool:
    return any("PAGE" in text.split() for text in n.field_instructions(element))


def _is_song(face: str) -> bool:
    return any(name.casefold() in face.casefold() for name in names().FACES["song"])


def _mm(section: _Element, element: str, attribute: str) -> float:
    text = child_value(section, element, attribute, "0")
    return int(text) / _TWIPS if text.lstrip("-").isdigit() else 0.0


def _is(found: float, wanted: float) -> bool:
    return abs(found - wanted) <= _TOLERANCE


def _shown(mm: float) -> str:
    return f"{mm:.0f}" if abs(mm - round(mm)) < 0.05 else f"{mm:.1f}"
