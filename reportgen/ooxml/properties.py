"""Document properties: title, creator, dates, company, and a pack's own; pinned dates for files made anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reportgen.ooxml import content_types, relationships
from reportgen.ooxml.package import Package
from reportgen.ooxml.xml import DECLARATION, NAMESPACES, XmlDocument, clean, parse, qn
from reportgen.record import Record, field

if TYPE_CHECKING:
    from lxml.etree import _Element

CustomValue = str | int | bool | datetime

_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # ISO/IEC 29500-1, 22.3.2.2
_FIRST_PROPERTY_ID = 2

_CORE_ELEMENTS = {
    "title": "dc:title",
    "subject": "dc:subject",
    "creator": "dc:creator",
    "description": "dc:description",
    "language": "dc:language",
    "keywords": "cp:keywords",
    "category": "cp:category",
    "last_modified_by": "cp:lastModifiedBy",
    "content_status": "cp:contentStatus",
    "revision": "cp:revision",
    "created": "dcterms:created",
    "modified": "dcterms:modified",
}
_EXTENDED_ELEMENTS = {"company": "ap:Company", "manager": "ap:Manager"}


class Properties(Record):
    """What to write. ``None`` leaves a property as the template has it, an empty text empties it.

    Dates without a time zone are taken as UTC. ``custom`` are the properties under "Custom" in Office.
    """

    title: str | None = None
    subject: str | None = None
    creator: str | None = None
    description: str | None = None
    language: str | None = None
    keywords: str | None = None
    category: str | None = None
    last_modified_by: str | None = None
    content_status: str | None = None
    revision: str | None = None
    created: datetime | None = None
    modified: datetime | None = None
    company: str | None = None
    manager: str | None = None
    custom: Mapping[str, CustomValue] = field(default_factory=dict)


def set_properties(package: Package, properties: Properties) -> tuple[str, ...]:
    """Write the properties that are not ``None``.

    Returns the characters that XML cannot hold and that were left out (``U+000B``), for a finding.
    """
    dropped: list[str] = []
    core = _texts(properties, _CORE_ELEMENTS, dropped)
    if core:
        _set_elements(package, _CORE, core)
    extended = _texts(properties, _EXTENDED_ELEMENTS, dropped)
    if extended:
        _set_elements(package, _EXTENDED, extended)
    if properties.custom:
        _set_custom(package, properties.custom, dropped)
    return tuple(dropped)


def title_of(package: Package) -> str:
    """The title in a document's properties, empty where it has none."""
    document = _CORE.read(package)
    return "" if document is None else (document.root.findtext(qn("dc:title")) or "").strip()


class _PropertyPart(Record):
    """One of the three property parts: where it is when missing, and what it looks like when empty."""

    part: str
    relationship: str
    content_type: str
    empty: str

    def read(self, package: Package) -> XmlDocument | None:
        for relationship in package.relationships().by_type(self.relationship):
            if relationship.part in package:
                return parse(package.read(relationship.part), relationship.part)
        return None

    def write(self, package: Package, document: XmlDocument) -> None:
        for relationship in package.relationships().by_type(self.relationship):
            package.write(relationship.part, document.to_bytes())
            return
        package.add(self.part, document.to_bytes(), self.content_type)
        package.relationships().add(self.relationship, self.part)

    def read_or_new(self, package: Package) -> XmlDocument:
        return self.read(package) or parse(DECLARATION + self.empty.encode())


_CORE = _PropertyPart(
    "docProps/core.xml",
    relationships.CORE_PROPERTIES,
    content_types.CORE_PROPERTIES,
    f'<cp:coreProperties xmlns:cp="{NAMESPACES["cp"]}" xmlns:dc="{NAMESPACES["dc"]}" '
    f'xmlns:dcterms="{NAMESPACES["dcterms"]}" xmlns:xsi="{NAMESPACES["xsi"]}"/>',
)
_EXTENDED = _PropertyPart(
    "docProps/app.xml",
    relationships.EXTENDED_PROPERTIES,
    content_types.EXTENDED_PROPERTIES,
    f'<Properties xmlns="{NAMESPACES["ap"]}" xmlns:vt="{NAMESPACES["vt"]}"/>',
)
_CUSTOM = _PropertyPart(
    "docProps/custom.xml",
    relationships.CUSTOM_PROPERTIES,
    content_types.CUSTOM_PROPERTIES,
    f'<Properties xmlns="{NAMESPACES["cup"]}" xmlns:vt="{NAMESPACES["vt"]}"/>',
)


def _texts(properties: Properties, elements: Mapping[str, str], dropped: list[str]) -> dict[str, str]:
    """Element name to text, for the properties that are asked for."""
    texts: dict[str, str] = {}
    for name, element in elements.items():
        value = getattr(properties, name)
        if value is None:
            continue
        cleaned = clean(_stamp(value) if isinstance(value, datetime) else value)
        dropped.extend(cleaned.dropped)
        texts[element] = cleaned.text
    return texts


def _set_elements(package: Package, kind: _PropertyPart, texts: Mapping[str, str]) -> None:
    document = kind.read_or_new(package)
    for name, text in texts.items():
        element = document.root.find(qn(name))
        if element is None:
            element = _new_element(document.root, name)
        element.text = text
        if name.startswith("dcterms:"):
            element.set(qn("xsi:type"), f"{element.prefix}:W3CDTF")
    kind.write(package, document)


def _set_custom(package: Package, custom: Mapping[str, CustomValue], dropped: list[str]) -> None:
    document = _CUSTOM.read_or_new(package)
    entries = {str(entry.get("name")): entry for entry in document.root}
    for name, value in custom.items():
        entry = entries.get(name)
        if entry is None:
            ids = [int(other.get("pid", "1")) for other in document.root]
            entry = _new_element(document.root, "cup:property")
            entry.set("fmtid", _FORMAT_ID)
            entry.set("pid", str(max((*ids, _FIRST_PROPERTY_ID - 1)) + 1))
            entry.set("name", name)
        for old in list(entry):
            entry.remove(old)
        value_type, text = _variant(value)
        cleaned = clean(text)
        dropped.extend(cleaned.dropped)
        _new_element(entry, f"vt:{value_type}").text = cleaned.text
    _CUSTOM.write(package, document)


def _variant(value: CustomValue) -> tuple[str, str]:
    if isinstance(value, bool):
        return "bool", "true" if value else "false"
    if isinstance(value, int):
        return "i4", str(value)
    if isinstance(value, datetime):
        return "filetime", _stamp(value)
    return "lpwstr", value


def _new_element(parent: _Element, name: str) -> _Element:
    """A new last child. A namespace that the part does not declare yet gets its usual prefix."""
    from lxml import etree

    prefix = name.partition(":")[0]
    declared = NAMESPACES[prefix] in parent.nsmap.values()
    return etree.SubElement(parent, qn(name), nsmap=None if declared else {prefix: NAMESPACES[prefix]})


def _stamp(moment: datetime) -> str:
    """ISO 8601 in UTC to the second, as W3CDTF wants it."""
    utc = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return utc.strftime("%Y-%m-%dT%H:%M:%SZ")


def pinned(data: bytes, moment: datetime) -> bytes:
    """Repack what a library (XlsxWriter, python-docx) has just written, as if it had been written at ``moment``.

    Every part is deflated anew by our own archive writer, so that neither the clock nor the library's packing
    shows. Not for a designer's file: nothing of it stays packed as it was.
    """
    package = Package.open(data)
    set_properties(package, Properties(created=moment, modified=moment))
    return package.repacked()
