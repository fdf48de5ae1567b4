"""The lineage that travels inside a document: one custom XML part, readable without the dataset.

It holds every figure the document shows, all that those were computed from, and the sources, so that a reader of the
document alone can be told where each number comes from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from reportgen.figures.listing import listed, with_inputs

if TYPE_CHECKING:
    from reportgen.figures.catalogue import Catalogue

NAMESPACE = "urn:reportgen:lineage:1"

_ATTRIBUTES = (
    "key", "id", "value", "unit", "precision", "bound", "qualifier", "state", "status", "scope", "period_basis",
    "observation", "target", "formula", "display_en", "display_zh", "reason_en", "reason_zh", "note_en", "note_zh",
)  # fmt: skip


def lineage_xml(shown: Sequence[str], catalogue: Catalogue, about: dict[str, str]) -> bytes:
    """The part's bytes for the figure ids ``shown``. ``about`` says which pack, language and cut-off date."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(f"{{{NAMESPACE}}}lineage", dict(sorted(about.items())))
    figures = with_inputs(list(shown), catalogue)
    cited: dict[str, None] = {}
    for figure in figures:
        record = listed(figure, catalogue)
        attributes = {name: str(record[name]) for name in _ATTRIBUTES if record[name] not in (None, "")}
        element = ET.SubElement(root, f"{{{NAMESPACE}}}figure", attributes)
        for input_id in record["inputs"]:
            ET.SubElement(element, f"{{{NAMESPACE}}}input", {"id": input_id})
        for citation in record["citations"]:
            cited[citation["source"]] = None
            quoted = ET.SubElement(
                element, f"{{{NAMESPACE}}}citation", {"source": citation["source"], "role": citation["role"]}
            )
            quoted.text = citation["statement"]
    for code in cited:
        source = catalogue.dataset.sources[code]
        known = {
            "id": code,
            "title": source.title,
            "label_en": source.label.en,
            "label_zh": source.label.zh,
            "author": source.author,
            "publisher": source.publisher,
            "published": source.published,
            "url": source.url,
        }
        ET.SubElement(root, f"{{{NAMESPACE}}}source", {name: text for name, text in known.items() if text})
    body: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return body
