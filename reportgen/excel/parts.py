"""A part edited as a tree, and written only where something really changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportgen.ooxml import Package, xml

if TYPE_CHECKING:
    from lxml.etree import _Element


@contextmanager
def edited(package: Package, part: str) -> Iterator[_Element]:
    """The root of a part, to be changed in place; a part that reads the same afterwards keeps its bytes."""
    document = xml.parse(package.read(part), part)
    before = document.to_bytes()
    yield document.root
    after = document.to_bytes()
    if after != before:
        package.write(part, after)
