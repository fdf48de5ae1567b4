"""The elements of an official document: head, title, body with its levels, signature, notes (GB/T 9704-2012, 5.2 and 7.2 to 7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.findings import Finding
from reportgen.ooxml import relationships
from reportgen.ooxml.xml import child_value, parse, qn
from reportgen.word import wml as n
from reportgen.word.official_form.formatting import (
    BLACK,
    LINE,
    BodyParagraph,
    OfficialDocument,
    TextLook,
    departs,
    names,
    without_tags,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLE, _BODY = 44, 32
"""2号 and 3号 in half points."""
_LEAST_LINES, _MOST_LINES = 1.75, 2.5
"""What may be taken for the two lines between the red line and the title."""
_LEVELS = (("heading-1", "hei"), ("heading-2", "kai"), ("heading-3", "fang"), ("heading-4", "fang"))
"""The levels of headings with their typefaces."""


def element_findings(read: OfficialDocument) -> Iterator[Finding]:
    """Each departure of a style once, at the first paragraph that has it."""
    seen: set[tuple[str, ...]] = set()
    for line in read.lines:
        for finding in _of_line(read, line):
            key = (line.style, finding.variant, *(str(value) for _, value in finding.parameters))
            if key not in seen:
                seen.add(key)
                yield finding
    yield from _head(read)
    yield from _counting(read)


def red_head(read: OfficialDocument) -> Iterator[Finding]:
    """The red mark of an issuing body, which official documents alone have."""
    for line in read.lines:
        if line.is_styled("issuer") and any(_is_red(look.colour) for _, look in line.looks):
            yield departs("7.2.4", "red-head-of-plain", line)
            return


def _of_line(read: OfficialDocument, line: BodyParagraph) -> Iterator[Finding]:
    level = _level(line)
    for text, look in line.looks:
        if look.raised:
            if look.colour not in BLACK:
                yield departs("5.2.4", "colour", line, colour=look.colour)
            continue
        if line.is_styled("issuer"):
            yield from _issuer(line, look)
        elif look.colour not in BLACK:
            yield departs("5.2.4", "colour", line, colour=look.colour)
        if not _is_chinese(text):
            continue
        if line.is_styled("title") and not _looks(look, "xiaobiaosong", _TITLE):
            yield departs("7.3.1", "title", line, **_said(look))
        elif level and not _looks(look, _LEVELS[level - 1][1], _BODY):
            yield departs("7.3.3", _LEVELS[level - 1][0], line, **_said(look))
        elif line.is_styled("body") and not level and not _looks(look, "fang", _BODY):
            yield departs("5.2.2", "body", line, **_said(look))
    plain = without_tags(line.text).strip()
    if line.is_styled("title") and _alignment(read, line) != "center":
        yield departs("7.3.1", "title-centred", line)
    typed = names().TYPED_NUMBER.match(plain) if level else None
    if typed and not names().LEVELS[level - 1].match(typed[0]):
        yield departs("7.3.3", "number-of-level", line, found=typed[0], level=level)
    if (level or line.is_styled("body")) and line.looks and not _is_indented(read, line):
        yield departs("7.3.3", "indent", line)
    if line.is_styled("addressee"):
        yield from _addressee(read, line)
    said = without_tags(line.text, "□").strip()
    if names().ATTACHMENTS.match(said) and not names().ATTACHMENTS_WELL.fullmatch(said):
        yield departs("7.3.4", "attachments", line, found=line.text)
    if line.is_styled("note") and plain and not names().IN_BRACKETS.fullmatch(line.text.strip()):
        yield departs("7.3.6", "note-brackets", line)
    if line.is_styled("signature") and (found := names().SPELT_DATE.search(plain)):
        yield departs("7.3.5.4", "date-spelt", line, found=found[0])
    if found := names().PADDED_DATE.search(plain):
        yield departs("7.3.5.4", "date-padded", line, found=found[0])
    if found := names().DOCUMENT_NUMBER.search(plain):
        yield departs("7.2.5", "document-number", line, found=found[0])


def _addressee(read: OfficialDocument, line: BodyParagraph) -> Iterator[Finding]:
    if line.looks and not without_tags(line.text, "：").strip().endswith("："):
        yield departs("7.3.2", "addressee-colon", line)
    if line.looks and _is_indented(read, line):
        yield departs("7.3.2", "addressee-indented", line)


def _issuer(line: BodyParagraph, look: TextLook) -> Iterator[Finding]:
    if not _is_red(look.colour):
        yield departs("7.2.4", "issuer-red", line, colour=look.colour or "000000")
    if not _has_face(look, "xiaobiaosong"):
        yield departs("7.2.4", "issuer-face", line, face=look.face)


def _head(read: OfficialDocument) -> Iterator[Finding]:
    """The mark of the issuing body at the top, with the red line below it, before the title."""
    titles = [at for at, line in enumerate(read.lines) if line.is_styled("title")]
    before = read.lines[: titles[0]] if titles else read.lines
    issuers = [line for line in before if line.is_styled("issuer")]
    if not issuers:
        yield departs("7.2.4", "no-issuer")
        return
    if _alignment(read, issuers[0]) != "center":
        yield departs("7.2.4", "issuer-centred", issuers[0])
    red = [at for at, line in enumerate(before) if _has_red_line(read, line)]
    if not red:
        yield departs("7.2.7", "red-line")
    elif titles:
        title = read.lines[titles[0]]
        space = read.spacing(before[red[-1]], "after") + read.spacing(title, "before")
        lines = space / LINE + sum(not line.text.strip() for line in before[red[-1] + 1 :])
        if not _LEAST_LINES <= lines <= _MOST_LINES:
            yield departs("7.3.1", "title-lines", title, found=f"{lines:.1f}")


def _has_red_line(read: OfficialDocument, line: BodyParagraph) -> bool:
    borders = read.paragraph_property(line, qn("w:pBdr"))
    return borders is not None and any(_is_red(edge.get(qn("w:color")) or "") for edge in borders)


def _counting(read: OfficialDocument) -> Iterator[Finding]:
    """The numbers that Word writes before headings."""
    part = next(
        (
            item.part
            for item in read.package.relationships(read.package.main_part)
            if item.type == relationships.NUMBERING
        ),
        None,
    )
    if part is None or part not in read.package:
        return
    root = parse(read.package.read(part), part).root
    for line in read.lines:
        level = _level(line)
        numbered = read.paragraph_property(line, qn("w:numPr")) if level else None
        if numbered is None:
            continue
        found = _level_text(root, numbered)
        if found is not None and not names().COUNTED[level - 1].fullmatch(found):
            yield departs("7.3.3", "number-of-level", line, found=found, level=level)
            return


def _level_text(root: _Element, numbered: _Element) -> str | None:
    identity = numbered.find(qn("w:numId"))
    if identity is None:
        return None
    at = child_value(numbered, qn("w:ilvl"), n.VAL, "0")
    number = next(
        (one for one in root.iter(qn("w:num")) if one.get(qn("w:numId")) == identity.get(n.VAL)), None
    )
    kind = number.find(qn("w:abstractNumId")) if number is not None else None
    if kind is None:
        return None
    for abstract in root.iter(qn("w:abstractNum")):
        if abstract.get(qn("w:abstractNumId")) != kind.get(n.VAL):
            continue
        for level in abstract.iterchildren(qn("w:lvl")):
            if level.get(qn("w:ilvl")) == at:
                counted = child_value(level, qn("w:numFmt"), n.VAL)
                digit = "1" if counted == "decimal" else names().COUNTERS.get(counted, "?")
                return re.sub(r"%\d", digit, child_value(level, qn("w:lvlText"), n.VAL))
    return None


def _level(line: BodyParagraph) -> int:
    """The level of a heading, 1 to 4, by its style's name; 0 for other paragraphs."""
    return next((level for level in range(1, 5) if line.is_styled(f"heading{level}")), 0)


def _alignment(read: OfficialDocument, line: BodyParagraph) -> str:
    aligned = read.paragraph_property(line, qn("w:jc"))
    return (aligned.get(n.VAL) or "") if aligned is not None else ""


def _is_indented(read: OfficialDocument, line: BodyParagraph) -> bool:
    indent = read.paragraph_property(line, qn("w:ind"))
    if indent is None:
        return False
    by_letters, twips = indent.get(qn("w:firstLineChars")) or "0", indent.get(qn("w:firstLine")) or "0"
    return by_letters == "200" or (twips.isdigit() and abs(int(twips) - 2 * _BODY * 10) <= 40)


def _looks(look: TextLook, face: str, half_points: int) -> bool:
    return look.half_points == half_points and _has_face(look, face)


def _has_face(look: TextLook, kind: str) -> bool:
    return not look.face or any(name.casefold() in look.face.casefold() for name in names().FACES[kind])


def _said(look: TextLook) -> dict[str, object]:
    return {"face": look.face, "points": look.half_points / 2}


def _is_red(colour: str) -> bool:
    if not re.fullmatch("[0-9A-Fa-f]{6}", colour):
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red >= 180 and green <= 60 and blue <= 60


def _is_chinese(text: str) -> bool:
    """Whether a run has Chinese letters, or shows what a tag gives."""
    return "{{" in text or any("\u4e00" <= letter <= "\u9fff" for letter in without_tags(text))
