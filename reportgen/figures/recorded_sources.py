"""A source as one flat record: the same in memory, in ``pack.json`` and comparisons, and in the lineage of documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from reportgen.language import language
from reportgen.messages import DATASET_LANGUAGES, UNSAID, Bilingual
from reportgen.record import Record, replace

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.dataset.records import Source


class RecordedSource(Record):
    """All that is recorded of a source; what it does not state is empty. ``source`` is its code, ``translated`` its title in other
    languages, ``label`` what is printed where it has no title."""

    source: str
    title: str = ""
    translated: Bilingual = UNSAID
    label: Bilingual = UNSAID
    author: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    accessed: str = ""
    language: str = ""
    kind: str = ""

    @classmethod
    def of(cls, source: Source) -> RecordedSource:
        return cls(*(getattr(source, name) for name in cls.__struct_fields__))

    def name_in(self, code: str) -> str:
        """Author, title, publisher and date, as lists of sources on a screen have it in a language."""
        title = self.title or self.label.in_language(code) or self.source
        parts = (self.author, title, self.publisher, self.published)
        return language(code).punctuation.COMMA.join(filter(None, parts))

    @property
    def in_documents(self) -> RecordedSource:
        """What a document's lineage keeps of it."""
        return replace(self, accessed="", language="", kind="")

    # ---- JSON ------------------------------------------------------------------------------------------

    def to_json(self) -> dict[str, str]:
        """Its fields by their columns; a translated title only where there is one."""
        translated = self.translated
        return {
            "source": self.source,
            "title": self.title,
            **{f"title_{code}": text for code in DATASET_LANGUAGES if (text := translated.in_language(code))},
            "label_en": self.label.en,
            "label_zh": self.label.zh,
            "author": self.author,
            "publisher": self.publisher,
            "published": self.published,
            "accessed": self.accessed,
            "url": self.url,
            "language": self.language,
            "kind": self.kind,
        }

    @classmethod
    def from_json(cls, fields: Mapping[str, Any]) -> RecordedSource:
        """Read what :meth:`to_json` gave. Raises ``KeyError`` where there is no code."""
        known: dict[str, Any] = {
            name: str(text or "") for name, text in fields.items() if name in cls.__struct_fields__
        }
        for name, column in (("translated", "title"), ("label", "label")):
            known[name] = Bilingual(
                *(str(fields.get(f"{column}_{code}") or "") for code in DATASET_LANGUAGES)
            )
        return cls(**{**known, "source": str(fields["source"])})

    # ---- XML -------------------------------------------------------------------------------------------

    @property
    def attributes(self) -> dict[str, str]:
        """What a document's lineage writes of it: the JSON's fields but those that are empty, and ``id`` for the code."""
        fields = self.in_documents.to_json()
        return {"id": self.source} | {name: fields[name] for name in _ATTRIBUTES if fields.get(name)}

    def to_xml(self, namespace: str) -> ET.Element:
        return ET.Element(f"{{{namespace}}}source", self.attributes)

    @classmethod
    def from_xml(cls, element: _Element | ET.Element) -> RecordedSource:
        """Read what :meth:`to_xml` gave, in any namespace."""
        fields = {str(name): str(text) for name, text in element.attrib.items()}
        return cls.from_json({**fields, "source": fields.get("id", "")})


_ATTRIBUTES = (
    "title", "title_en", "title_zh", "label_en", "label_zh", "author", "publisher", "published", "url"
)  # fmt: skip
