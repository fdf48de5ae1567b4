"""The relationships of a part: what it leads to, by id and type. Edited in place, one at a time."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol
from urllib.parse import unquote

from reportgen.ooxml.flat_list import FlatList
from reportgen.ooxml.guard import refused
from reportgen.record import Record

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

OFFICE_DOCUMENT = f"{_OFFICE}/officeDocument"
STRICT_OFFICE_DOCUMENT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
CHART = f"{_OFFICE}/chart"
CHART_EX = "http://schemas.microsoft.com/office/2014/relationships/chartEx"
"""Charts of the newer kinds: waterfall, funnel, treemap, sunburst, histogram, box plot, map."""
CHART_STYLE = "http://schemas.microsoft.com/office/2011/relationships/chartStyle"
CHART_COLOURS = "http://schemas.microsoft.com/office/2011/relationships/chartColorStyle"
EMBEDDED_PACKAGE = f"{_OFFICE}/package"
CUSTOM_XML = f"{_OFFICE}/customXml"
CUSTOM_XML_PROPERTIES = f"{_OFFICE}/customXmlProps"
CORE_PROPERTIES = f"{_PACKAGE}/metadata/core-properties"
EXTENDED_PROPERTIES = f"{_OFFICE}/extended-properties"
CUSTOM_PROPERTIES = f"{_OFFICE}/custom-properties"
HYPERLINK = f"{_OFFICE}/hyperlink"
IMAGE = f"{_OFFICE}/image"
WORKSHEET = f"{_OFFICE}/worksheet"
SHARED_STRINGS = f"{_OFFICE}/sharedStrings"
STYLES = f"{_OFFICE}/styles"
NUMBERING = f"{_OFFICE}/numbering"
SETTINGS = f"{_OFFICE}/settings"
COMMENTS = f"{_OFFICE}/comments"
THREADED_COMMENTS = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
VML_DRAWING = f"{_OFFICE}/vmlDrawing"
CONTROL_PROPERTIES = f"{_OFFICE}/ctrlProp"
TABLE = f"{_OFFICE}/table"
CALC_CHAIN = f"{_OFFICE}/calcChain"
DRAWING = f"{_OFFICE}/drawing"
PIVOT_TABLE = f"{_OFFICE}/pivotTable"
SINGLE_XML_CELLS = f"{_OFFICE}/tableSingleCells"

_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Relationships xmlns="{_PACKAGE}"></Relationships>'
).encode()


class Relationship(Record):
    """One relationship. ``part`` is the name of the part it leads to; empty where it leads outside."""

    id: str
    type: str
    target: str
    external: bool
    part: str


def relationships_part(part: str) -> str:
    """The part that holds the relationships of ``part``: ``word/_rels/document.xml.rels``. ``""``: the package's."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


@lru_cache(maxsize=1024)
def resolved(part: str, target: str) -> str:
    """The part name that ``target`` means when ``part`` says it: ``../media/a.png`` in ``word/charts/b.xml``."""
    path = unquote(target.partition("#")[0])
    if path.startswith("/"):
        return posixpath.normpath(path).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), path))


def relative(part: str, to: str) -> str:
    """How ``part`` names the part ``to``: relative, as Word and Excel write it."""
    return posixpath.relpath(f"/{to}", f"/{posixpath.dirname(part)}")


class Parts(Protocol):
    """What is asked of a package by those that it is opened with."""

    def __contains__(self, name: str) -> bool: ...
    def names(self) -> tuple[str, ...]: ...
    def read(self, name: str) -> bytes: ...
    def write(self, name: str, data: bytes) -> None: ...
    def spelled(self, name: str) -> str: ...


class Relationships:
    """The relationships of one part of a package. Every change is written into the package at once."""

    def __init__(self, package: Parts, part: str) -> None:
        self._package = package
        self._part = part
        self._rels_part = relationships_part(part)
        exists = self._rels_part in package
        self._list = FlatList(package.read(self._rels_part) if exists else _EMPTY, self._rels_part)

    def __iter__(self) -> Iterator[Relationship]:
        for _, attributes in self._list.elements():
            external = attributes.get("TargetMode") == "External"
            target = attributes.get("Target", "")
            part = "" if external else self._package.spelled(resolved(self._part, target))
            yield Relationship(attributes.get("Id", ""), attributes.get("Type", ""), target, external, part)

    def get(self, relationship_id: str) -> Relationship:
        """The relationship with that id. Raises ``PackageError`` where there is none."""
        for relationship in self:
            if relationship.id == relationship_id:
                return relationship
        raise refused("dangling-relationship", part=self._part, relationship=relationship_id)

    def by_type(self, relationship_type: str) -> tuple[Relationship, ...]:
        return tuple(relationship for relationship in self if relationship.type == relationship_type)

    def add(self, relationship_type: str, target: str, *, external: bool = False) -> str:
        """Relate to a part (by its name in the package) or to an outside address; return the new id."""
        return self.add_with_id(self._next_id(), relationship_type, target, external=external)

    def add_with_id(
        self, relationship_id: str, relationship_type: str, target: str, *, external: bool = False
    ) -> str:
        """Like :meth:`add`, under an id that the part's XML already uses."""
        attributes = {"Id": relationship_id, "Type": relationship_type}
        attributes["Target"] = target if external else relative(self._part, target)
        if external:
            attributes["TargetMode"] = "External"
        self._list.append("Relationship", attributes)
        self._write()
        return relationship_id

    def retarget(self, relationship_id: str, part: str) -> None:
        """Let the relationship lead to another part."""
        self._list.set_attribute(self._index(relationship_id), "Target", relative(self._part, part))
        self._write()

    def remove(self, relationship_id: str) -> None:
        """Take out one relationship; the part it leads to stays."""
        self._list.remove(self._index(relationship_id))
        self._write()

    def _index(self, relationship_id: str) -> int:
        self.get(relationship_id)
        return [relationship.id for relationship in self].index(relationship_id)

    def _next_id(self) -> str:
        """The first number above every ``rIdN`` in use, so that ids stay unique and repeat between runs."""
        numbers = [
            int(found[1])
            for relationship in self
            if (found := re.fullmatch(r"rId(\d{1,9})", relationship.id))
        ]
        return f"rId{max(numbers, default=0) + 1}"

    def _write(self) -> None:
        self._package.write(self._rels_part, self._list.to_bytes())
