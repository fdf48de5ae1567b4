"""What a reader of a document's form asks: its sections, and its paragraphs with the look that style and runs give them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from reportgen.findings import Finding, Place, Severity
from reportgen.language import language
from reportgen.ooxml import relationships
from reportgen.ooxml.package import Package
from reportgen.ooxml.xml import child_value, parse, qn
from reportgen.record import Record, field
from reportgen.regex import regex
from reportgen.word import wml as n

if TYPE_CHECKING:
    from lxml.etree import _Element

LANGUAGE = "zh"
"""The standard is of documents in Chinese."""
BLACK = frozenset({"", "auto", "000000"})
LINE = 225 / 22 * 1440 / 25.4
"""A line of the type area in twips: 22 on 225 mm (5.2.1 and 5.2.3)."""
_DEPTH = 20
_SHOWN = 30


_TAG = regex(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")


def without_tags(text: str, instead: str = "") -> str:
    """What a template's text says itself, with ``instead`` where tags will say something."""
    return _TAG.sub(instead, text)


def names() -> Any:
    """The names of styles and typefaces, and the patterns, by which a document's parts are known."""
    return language(LANGUAGE).subject("official_form")


@cache
def _styles_of(role: str) -> frozenset[str]:
    """The names of styles for a role, case folded."""
    return frozenset(name.casefold() for name in names().STYLES[role])


class TextLook(Record):
    """The look of a stretch of text: typeface of Chinese letters, size in half points, colour, spacing in twips."""

    face: str
    half_points: int
    colour: str
    spacing: int
    raised: bool


class BodyParagraph(Record):
    """A paragraph of the body outside tables: its number, text, style names (its own and those it builds on), XML."""

    number: int
    text: str
    style: str
    styles: tuple[str, ...]
    element: _Element
    looks: tuple[tuple[str, TextLook], ...]
    """Its runs with text, each with its look."""

    def is_styled(self, role: str) -> bool:
        """Whether its style is one of those named for ``role``."""
        return self.style.casefold() in _styles_of(role)


class OfficialDocument(Struct, dict=True):
    """A document as its form is checked."""

    package: Package
    root: _Element
    styles: dict[str, _Element] = field(default_factory=dict)
    defaults: _Element | None = None
    default_style: str = ""
    _known: dict[tuple[_Element, ...], tuple[str | None, ...]] = field(default_factory=dict)

    @property
    def sections(self) -> list[_Element]:
        return list(self.root.iter(n.SECTION))

    @cached_property
    def lines(self) -> tuple[BodyParagraph, ...]:
        """The paragraphs of the body, without those of tables."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[BodyParagraph]:
        body = self.root.find(n.BODY)
        paragraphs = body.iterchildren(n.P) if body is not None else iter(())
        for number, paragraph in enumerate(paragraphs, start=1):
            text = "".join(part.text or "" for part in paragraph.iter(n.T))
            chain = self.chain(paragraph)
            yield BodyParagraph(
                number,
                text,
                _name(chain[0]) if chain else "",
                tuple(map(_name, chain)),
                paragraph,
                tuple(self._looks(paragraph, chain)),
            )

    def chain(self, paragraph: _Element) -> list[_Element]:
        """The paragraph's style and those it builds on."""
        named = paragraph.find(f"{n.PPR}/{qn('w:pStyle')}")
        code = (named.get(n.VAL) or "") if named is not None else self.default_style
        chain: list[_Element] = []
        while code in self.styles and len(chain) < _DEPTH:
            style = self.styles[code]
            chain.append(style)
            code = child_value(style, qn("w:basedOn"), n.VAL)
        return chain

    def paragraph_property(self, line: BodyParagraph, name: str) -> _Element | None:
        """A property of a paragraph: its own, else that of the nearest style that has it."""
        own = line.element.find(f"{n.PPR}/{name}")
        if own is not None:
            return own
        chain = self.chain(line.element)
        found = (style.find(f"{n.PPR}/{name}") for style in chain)
        return next((element for element in found if element is not None), None)

    def spacing(self, line: BodyParagraph, side: str) -> float:
        """The room ``before`` or ``after`` a paragraph in twips; where it is given in lines, these count."""
        holders = [line.element.find(n.PPR), *(style.find(n.PPR) for style in self.chain(line.element))]
        given = [holder.find(qn("w:spacing")) for holder in holders if holder is not None]
        lines, points = (
            next((float(said) for one in given if one is not None and (said := one.get(qn(name)))), 0.0)
            for name in (f"w:{side}Lines", f"w:{side}")
        )
        return lines / 100 * LINE if lines else points

    def _looks(self, paragraph: _Element, chain: list[_Element]) -> Iterator[tuple[str, TextLook]]:
        for run in paragraph.iter(n.R):
            text = "".join(part.text or "" for part in run.iterchildren(n.T))
            if text.strip():
                yield text, self.look(run.find(n.RPR), chain)

    def look(self, own: _Element | None, chain: list[_Element]) -> TextLook:
        """The look that a run's own properties, its character style and its paragraph's styles give."""
        said = self._said_by_styles(tuple(chain))
        if own is not None:
            holders = [own]
            character = own.find(qn("w:rStyle"))
            if character is not None and character.get(n.VAL) in self.styles:
                holders += _properties(self.styles[character.get(n.VAL) or ""])
            said = tuple(
                above if nearer is None else nearer
                for nearer, above in zip(_said(holders), said, strict=True)
            )
        face, size, colour, spacing, place = (text or "" for text in said)
        return TextLook(
            face, _number(size, 20), colour, _number(spacing, 0), place in ("superscript", "subscript")
        )

    def _said_by_styles(self, chain: tuple[_Element, ...]) -> tuple[str | None, ...]:
        """What a paragraph's styles and the document's defaults say of the look of a run."""
        if chain not in self._known:
            holders = [held for style in chain for held in _properties(style)]
            self._known[chain] = _said(holders if self.defaults is None else [*holders, self.defaults])
        return self._known[chain]


def read_official(package: Package) -> OfficialDocument:
    """A document with its styles."""
    main = package.main_part
    read = OfficialDocument(package, parse(package.read(main), main).root)
    part = next(
        (item.part for item in package.relationships(main) if item.type == relationships.STYLES), None
    )
    if part is None or part not in package:
        return read
    root = parse(package.read(part), part).root
    read.defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{n.RPR}")
    for style in root.iterchildren(qn("w:style")):
        code = style.get(qn("w:styleId")) or ""
        read.styles[code] = style
        if style.get(qn("w:default")) in ("1", "true", "on") and style.get(n.TYPE) == "paragraph":
            read.default_style = code
    return read


def departs(clause: str, variant: str, line: BodyParagraph | None = None, **parameters: Any) -> Finding:
    """A finding that a document departs from a clause of the standard."""
    place = Place() if line is None else Place(paragraph=line.number, text=_cut(line.text))
    return Finding(
        "official-form", Severity.WARNING, place=place, variant=variant, clause=clause, **parameters
    )


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _name(style: _Element) -> str:
    return child_value(style, qn("w:name"), n.VAL)


def _properties(style: _Element) -> list[_Element]:
    found = style.find(n.RPR)
    return [] if found is None else [found]


_ASKED = (
    (qn("w:rFonts"), qn("w:eastAsia")),
    (qn("w:sz"), n.VAL),
    (qn("w:color"), n.VAL),
    (qn("w:spacing"), n.VAL),
    (qn("w:vertAlign"), n.VAL),
)
"""The properties of a run that make its look."""


def _said(holders: list[_Element]) -> tuple[str | None, ...]:
    """For each of them what the first of the holders says that says anything."""
    return tuple(_first(holders, name, attribute) for name, attribute in _ASKED)


def _first(holders: list[_Element], name: str, attribute: str) -> str | None:
    for holder in holders:
        element = holder.find(name)
        value = element.get(attribute) if element is not None else None
        if value is not None:
            return value
    return None


def _number(text: str, default: int) -> int:
    return int(text) if text.lstrip("-").isdigit() else default
