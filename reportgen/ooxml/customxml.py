"""Custom XML parts: where a document carries data that is not shown, and Office keeps it through editing.

A part is known by its item id (ISO/IEC 29500-1, 22.5.2.1), a GUID that Office leaves alone when it renumbers
the parts themselves.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from reportgen.ooxml import content_types, relationships
from reportgen.ooxml.xml import DECLARATION, escape_attribute, parse, qn

if TYPE_CHECKING:
    from reportgen.ooxml.package import Package

_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def item_id(seed: str) -> str:
    """A GUID for ``seed``, always the same: ``{6C0B…}``."""
    return f"{{{str(uuid.uuid5(uuid.NAMESPACE_URL, seed)).upper()}}}"


def attach(package: Package, xml: bytes, item_id: str) -> str:
    """Put ``xml`` into the package under ``item_id``, or in place of the part that has it; return the part's name."""
    part = find(package, item_id)
    if part is not None:
        package.write(part, xml)
        return part
    part = package.free_name("customXml/item{}.xml")
    properties = package.free_name("customXml/itemProps{}.xml")
    package.add(part, xml, "application/xml")
    package.add(properties, _item_properties(xml, item_id), content_types.CUSTOM_XML_PROPERTIES)
    package.relationships(part).add(relationships.CUSTOM_XML_PROPERTIES, properties)
    package.relationships(package.main_part).add(relationships.CUSTOM_XML, part)
    return part


def find(package: Package, item_id: str) -> str | None:
    """The name of the custom XML part with ``item_id``, or ``None``."""
    for stored in package.relationships(package.main_part).by_type(relationships.CUSTOM_XML):
        if stored.part in package and _item_id_of(package, stored.part) == item_id.upper():
            return stored.part
    return None


def read(package: Package, item_id: str) -> bytes | None:
    """The XML stored under ``item_id``, or ``None`` where there is none."""
    part = find(package, item_id)
    return None if part is None else package.read(part)


def detach(package: Package, item_id: str) -> None:
    """Take the part stored under ``item_id`` out, with its properties; nothing happens where there is none."""
    part = find(package, item_id)
    if part is None:
        return
    for properties in package.relationships(part).by_type(relationships.CUSTOM_XML_PROPERTIES):
        package.remove(properties.part)
    of_main = package.relationships(package.main_part)
    for stored in of_main.by_type(relationships.CUSTOM_XML):
        if stored.part == part:
            of_main.remove(stored.id)
    package.remove(part)


def _item_id_of(package: Package, part: str) -> str:
    for properties in package.relationships(part).by_type(relationships.CUSTOM_XML_PROPERTIES):
        if properties.part in package:
            root = parse(package.read(properties.part), properties.part).root
            return str(root.get(qn("ds:itemID"), "")).upper()
    return ""


def _item_properties(xml: bytes, item_id: str) -> bytes:
    namespace = str(parse(xml).root.tag).rpartition("}")[0].lstrip("{")
    schema = f'<ds:schemaRef ds:uri="{escape_attribute(namespace)}"/>' if namespace else ""
    return (
        DECLARATION
        + (
            f'<ds:datastoreItem ds:itemID="{escape_attribute(item_id)}" xmlns:ds="{_DATA_STORE}">'
            f"<ds:schemaRefs>{schema}</ds:schemaRefs></ds:datastoreItem>"
        ).encode()
    )
