"""The one custom XML part in which a document carries its lineage and its snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from reportgen.finished import two_parts
from reportgen.finished.lineage import Lineage, lineage_element, read_lineage
from reportgen.finished.snapshot import Snapshot
from reportgen.finished.snapshot_xml import read_snapshot, snapshot_element
from reportgen.ooxml import customxml
from reportgen.ooxml.guard import refused
from reportgen.ooxml.xml import parse

if TYPE_CHECKING:
    from reportgen.ooxml import Package

_FAMILY = "urn:reportgen:lineage:"
NAMESPACE = f"{_FAMILY}2"
ITEM = customxml.item_id(NAMESPACE)


def attach(package: Package, lineage: Lineage, snapshot: Snapshot | None = None) -> None:
    """Put lineage and snapshot into a document, in place of those it had."""
    ET.register_namespace("", NAMESPACE)
    root = lineage_element(lineage, NAMESPACE)
    if snapshot is not None:
        root.append(snapshot_element(snapshot, NAMESPACE))
    body: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    two_parts.detach(package)
    customxml.attach(package, body, ITEM)


def take_over(package: Package, source: Package) -> None:
    """Put the part of another document into ``package``."""
    data = customxml.read(source, ITEM)
    assert data is not None
    two_parts.detach(package)
    customxml.attach(package, data, ITEM)


def detach(package: Package) -> None:
    """Take lineage and snapshot out of a document."""
    two_parts.detach(package)
    customxml.detach(package, ITEM)


def read_part(package: Package) -> tuple[Lineage | None, Snapshot | None]:
    """The lineage and the snapshot that a document carries. Raises ``PackageError`` where they are damaged."""
    data = customxml.read(package, ITEM)
    try:
        if data is None:
            return two_parts.read(package)
        root = parse(data, "lineage").root
        if root.tag.startswith(f"{{{_FAMILY}") and not root.tag.startswith(f"{{{NAMESPACE}}}"):
            raise refused("other-lineage")
        snapshot = root.find("{*}snapshot")
        return read_lineage(root), None if snapshot is None else read_snapshot(snapshot)
    except (ValueError, KeyError, ArithmeticError) as error:
        raise refused("damaged-lineage") from error
