"""What a document takes from another one with its content: styles, lists, pictures and other parts.

A style that the document has under the same name is used as it is here; others are brought along with what they build on.
"""

from __future__ import annotations

from copy import deepcopy
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct, field

from reportgen.ooxml.relationships import IMAGE, NUMBERING, STYLES
from reportgen.ooxml.xml import DECLARATION, NAMESPACES, parse, qn
from reportgen.word import wml as n
from reportgen.word.named_styles import Styles, read_styles

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml import Package
    from reportgen.ooxml.relationships import Relationship

_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_RELATED = f"{{{NAMESPACES['r']}}}"
_STYLE_REFERENCES = tuple(map(qn, ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link")))
_ABSTRACT, _NUM, _ABSTRACT_ID = qn("w:abstractNum"), qn("w:num"), qn("w:abstractNumId")


class ImportedParts(Struct):
    """What one document has taken already, so that it takes nothing twice."""

    styles: dict[tuple[str, str], str] = field(default_factory=dict)
    """The id of each style brought along, by kind and name."""

    parts: dict[tuple[bytes, str], str] = field(default_factory=dict)
    """The name here of each picture, by its bytes and content type."""


class Importer:
    """One insertion: from ``source`` into ``target``, whose styles are ``styles``."""

    def __init__(self, source: Package, target: Package, styles: Styles, imported: ImportedParts) -> None:
        self.source, self.target, self.own, self.imported = source, target, styles, imported
        self._styles = self._parsed(STYLES)
        self._numbering = self._parsed(NUMBERING)
        part = part_of(source, STYLES)
        self._theirs = read_styles(source.read(part) if part else None)
        self._parts: dict[str, str] = {}
        self._links: dict[tuple[str, str], str] = {}
        self._lists: dict[str, str] = {}

    def adapt(self, element: _Element, owner: str) -> None:
        """Let ``element`` and all within it name styles, lists and parts as ``owner``, a part of the target, has them."""
        for inner in element.iter("*"):
            if inner.tag in _STYLE_REFERENCES:
                self._rename_style(inner)
            elif inner.tag == qn("w:numId"):
                inner.set(n.VAL, self._list(inner.get(n.VAL) or "0"))
            for name, value in inner.attrib.items():
                if str(name).startswith(_RELATED) and value:
                    inner.set(name, self._link(str(value), owner))

    # ---- styles ------------------------------------------------------------------------------------------

    def _rename_style(self, reference: _Element) -> None:
        old = reference.get(n.VAL) or ""
        new = self._style(old)
        if new is not None:
            reference.set(n.VAL, new)
        elif (parent := reference.getparent()) is not None:
            parent.remove(reference)

    def _style(self, style_id: str) -> str | None:
        """The id here of the other document's style, which is brought along where this one has none of its name."""
        style = self._theirs.by_id.get(style_id)
        if style is None:
            return None
        key = (style.kind, style.name.casefold())
        own = self.own.by_name.get(key)
        if own is not None:
            return own.id
        if key not in self.imported.styles:
            self.imported.styles[key] = new = self._free_style_id(style_id)
            self._bring_style(style_id, new)
        return self.imported.styles[key]

    def _free_style_id(self, wanted: str) -> str:
        taken = {*self.own.by_id, *self.imported.styles.values()}
        new, number = wanted, 1
        while new in taken:
            new, number = f"{wanted}{number}", number + 1
        return new

    def _bring_style(self, old: str, new: str) -> None:
        part = part_of(self.target, STYLES)
        if self._styles is None or part is None:
            return
        found = next(s for s in self._styles.iterchildren(qn("w:style")) if s.get(qn("w:styleId")) == old)
        style = deepcopy(found)
        style.set(qn("w:styleId"), new)
        if style.get(qn("w:default")) is not None:
            del style.attrib[qn("w:default")]
        self.adapt(style, part)
        document = parse(self.target.read(part), part)
        document.root.append(style)
        self.target.write(part, document.to_bytes())

    # ---- lists -------------------------------------------------------------------------------------------

    def _list(self, number: str) -> str:
        """The number here of the other document's list; each insertion counts its lists anew."""
        if number not in self._lists:
            self._lists[number] = self._bring_list(number)
        return self._lists[number]

    def _bring_list(self, number: str) -> str:
        theirs = self._numbering
        used = None if theirs is None else _with_value(theirs, _NUM, "w:numId", number)
        abstract_id = None if used is None else used.find(_ABSTRACT_ID)
        if theirs is None or used is None or abstract_id is None:
            return "0"
        abstract = _with_value(theirs, _ABSTRACT, "w:abstractNumId", abstract_id.get(n.VAL) or "")
        if abstract is None:
            return "0"
        part = self._numbering_part()
        document = parse(self.target.read(part), part)
        brought, new = deepcopy(abstract), deepcopy(used)
        for name in ("w:nsid", "w:tmpl", "w:styleLink", "w:numStyleLink"):
            for child in list(brought.iterchildren(qn(name))):
                brought.remove(child)
        for picture in list(brought.iter(qn("w:lvlPicBulletId"))):
            picture.getparent().remove(picture)  # type: ignore[union-attr]
        self._keep_known_styles(brought)
        made = _next_id(document.root, _NUM, "w:numId")
        brought_id = _next_id(document.root, _ABSTRACT, "w:abstractNumId")
        brought.set(qn("w:abstractNumId"), brought_id)
        new.set(qn("w:numId"), made)
        new.find(_ABSTRACT_ID).set(n.VAL, brought_id)  # type: ignore[union-attr]
        numbers = [child for child in document.root if child.tag == _NUM]
        before = sum(1 for child in document.root if child.tag in (qn("w:numPicBullet"), _ABSTRACT))
        document.root.insert(before, brought)
        document.root.insert(before + 1 + len(numbers), new)
        self.target.write(part, document.to_bytes())
        return made

    def _keep_known_styles(self, abstract: _Element) -> None:
        """Let a list's levels name the styles that are here already; others do without."""
        for reference in list(abstract.iter(qn("w:pStyle"))):
            style = self._theirs.by_id.get(reference.get(n.VAL) or "")
            key = (style.kind, style.name.casefold()) if style else ("", "")
            own = self.own.by_name.get(key)
            known = own.id if own else self.imported.styles.get(key)
            if known is None:
                reference.getparent().remove(reference)  # type: ignore[union-attr]
            else:
                reference.set(n.VAL, known)

    def _numbering_part(self) -> str:
        part = part_of(self.target, NUMBERING)
        if part is None:
            main = self.target.main_part
            part = f"{main.rpartition('/')[0]}/numbering.xml"
            self.target.add(
                part, DECLARATION + f'<w:numbering xmlns:w="{NAMESPACES["w"]}"/>'.encode(), _NUMBERING_TYPE
            )
            self.target.relationships(main).add(NUMBERING, part)
        return part

    # ---- parts -------------------------------------------------------------------------------------------

    def _link(self, link: str, owner: str) -> str:
        """The relationship of ``owner`` here that leads to where ``link`` of the other document's body leads."""
        key = (link, owner)
        if key not in self._links:
            found = self.source.relationships(self.source.main_part).get(link)
            target = found.target if found.external else self._part(found)
            related = self.target.relationships(owner)
            self._links[key] = related.add(found.type, target, external=found.external)
        return self._links[key]

    def _part(self, found: Relationship) -> str:
        """The name here of the other document's part, copied with all that it leads to; a picture only once."""
        name = found.part
        if name in self._parts:
            return self._parts[name]
        data = self.source.read(name)
        content_type = self.source.content_type(name) or "application/octet-stream"
        related = list(self.source.relationships(name))
        key = (data, content_type)
        if found.type == IMAGE and key in self.imported.parts:
            return self.imported.parts[key]
        path = PurePosixPath(name)
        inside = str(path.parent).split("/", 1)[1:]  # below word/
        folder = "/".join([self.target.main_part.rpartition("/")[0], *inside])
        stem = path.stem.rstrip("0123456789").replace("{", "").replace("}", "")
        new = self.target.free_name(f"{folder}/{stem}{{}}{path.suffix}")
        self.target.add(new, data, content_type)
        self._parts[name] = new
        for one in related:
            target = one.target if one.external else self._part(one)
            self.target.relationships(new).add_with_id(one.id, one.type, target, external=one.external)
        if found.type == IMAGE:
            self.imported.parts[key] = new
        return new

    def _parsed(self, kind: str) -> _Element | None:
        part = part_of(self.source, kind)
        return parse(self.source.read(part), part).root if part else None


def part_of(package: Package, kind: str) -> str | None:
    """The part that the document leads to by a relationship of this kind."""
    related = package.relationships(package.main_part).by_type(kind)
    return next((one.part for one in related if one.part in package), None)


def _with_value(root: _Element, tag: str, attribute: str, value: str) -> _Element | None:
    return next((one for one in root.iterchildren(tag) if one.get(qn(attribute)) == value), None)


def _next_id(root: _Element, tag: str, attribute: str) -> str:
    return str(max((int(one.get(qn(attribute)) or 0) for one in root.iterchildren(tag)), default=0) + 1)
