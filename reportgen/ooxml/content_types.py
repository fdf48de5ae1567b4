"""The content types of a package: what ``[Content_Types].xml`` says of each part, changed only where needed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from reportgen.ooxml.flat_list import FlatList

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MACRO_WORD = "application/vnd.ms-word"
_MACRO_SHEET = "application/vnd.ms-excel"

CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
CHART_EX = "application/vnd.ms-office.chartex+xml"
"""Charts of the newer kinds: waterfall, funnel, treemap, sunburst, histogram, box plot, map."""
DRAWING = "application/vnd.openxmlformats-officedocument.drawing+xml"
WORKSHEET = f"{_SHEET}.worksheet+xml"
COMMENTS = f"{_SHEET}.comments+xml"
VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
WORKBOOK_PACKAGE = f"{_SHEET}.sheet"
CUSTOM_XML_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
EXTENDED_PROPERTIES = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
CUSTOM_PROPERTIES = "application/vnd.openxmlformats-officedocument.custom-properties+xml"

EXTENSION_OF_MAIN_PART: Mapping[str, str] = {
    f"{_WORD}.document.main+xml": "docx",
    f"{_WORD}.template.main+xml": "dotx",
    f"{_MACRO_WORD}.document.macroEnabled.main+xml": "docm",
    f"{_MACRO_WORD}.template.macroEnabledTemplate.main+xml": "dotm",
    f"{_SHEET}.sheet.main+xml": "xlsx",
    f"{_SHEET}.template.main+xml": "xltx",
    f"{_MACRO_SHEET}.sheet.macroEnabled.main+xml": "xlsm",
    f"{_MACRO_SHEET}.template.macroEnabled.main+xml": "xltm",
}
"""The file extension that Office expects for each content type of a main part."""

DOCUMENT_OF_TEMPLATE: Mapping[str, str] = {
    f"{_WORD}.template.main+xml": f"{_WORD}.document.main+xml",
    f"{_MACRO_WORD}.template.macroEnabledTemplate.main+xml": f"{_MACRO_WORD}.document.macroEnabled.main+xml",
    f"{_SHEET}.template.main+xml": f"{_SHEET}.sheet.main+xml",
    f"{_MACRO_SHEET}.template.macroEnabled.main+xml": f"{_MACRO_SHEET}.sheet.macroEnabled.main+xml",
}
"""The document type that a file made from each template type has."""

PART = "[Content_Types].xml"


@lru_cache(maxsize=64)
def _types(text: str) -> Mapping[str, str | None]:
    """The content type of each part, whose name begins with a slash, and of each extension. The first of a part counts, the last of an extension."""
    overrides: dict[str, str | None] = {}
    defaults: dict[str, str | None] = {}
    for tag, attributes in FlatList(text.encode(), PART).elements():
        if tag == "Override":
            overrides.setdefault(attributes.get("PartName", "").lower(), attributes.get("ContentType"))
        elif tag == "Default":
            defaults[attributes.get("Extension", "").lower()] = attributes.get("ContentType")
    return defaults | overrides


class ContentTypes:
    """The list in ``[Content_Types].xml``: a default for each extension, an override for single parts."""

    def __init__(self, data: bytes) -> None:
        self._list = FlatList(data, PART)

    def to_bytes(self) -> bytes:
        return self._list.to_bytes()

    def of(self, part: str) -> str | None:
        """The content type of ``part``, or ``None`` where none is declared. Case does not matter."""
        types = _types(self._list.text)
        return types.get(f"/{part}".lower()) or types.get(part.rpartition(".")[2].lower())

    def declare(self, part: str, content_type: str) -> bool:
        """Say that ``part`` has ``content_type``; return whether anything had to be written."""
        if self.of(part) == content_type:
            return False
        index = self._override(part)
        if index is not None:
            self._list.set_attribute(index, "ContentType", content_type)
        elif part.endswith(".xml") or "." not in part.rpartition("/")[2] or self.of(part) is not None:
            self._list.append("Override", {"PartName": f"/{part}", "ContentType": content_type})
        else:  # workbooks and pictures are declared by their extension, as Office does
            extension = part.rpartition(".")[2].lower()
            self._list.append("Default", {"Extension": extension, "ContentType": content_type})
        return True

    def forget(self, part: str) -> bool:
        """Take out the override of ``part``; return whether there was one. Defaults stay."""
        index = self._override(part)
        if index is None:
            return False
        self._list.remove(index)
        return True

    def _override(self, part: str) -> int | None:
        for index, (tag, attributes) in enumerate(self._list.elements()):
            if tag == "Override" and attributes.get("PartName", "").lower() == f"/{part}".lower():
                return index
        return None
