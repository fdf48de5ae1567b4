"""Office Open XML packages: parts edited in place, native charts, properties. Shared by Word and Excel."""

from reportgen.ooxml.package import Package
from reportgen.ooxml.relationships import Relationship, Relationships

__all__ = ["Package", "Relationship", "Relationships"]
