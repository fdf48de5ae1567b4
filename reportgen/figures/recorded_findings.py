"""A finding as one flat record: the same in memory, in every ``--json`` and ``pack.json``, and in the lineage of documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from reportgen.figures.parameter_codes import as_line, from_line, parameter_codes
from reportgen.findings import NOWHERE, Finding, Place, Severity
from reportgen.language import in_every_language, language, place_record
from reportgen.messages import Message, Multilingual
from reportgen.record import Record, replace

if TYPE_CHECKING:
    from lxml.etree import _Element

_CODED = ("file", "row", "record", "column")
"""What a document's lineage keeps of a place in a dataset."""


class RecordedFinding(Record):
    """A finding as a document or a pack keeps it: what it is, by its codes, and its words as they were.

    ``parameters`` are those of :func:`~reportgen.figures.parameter_codes.parameter_codes`, ``None`` in records of earlier versions.
    """

    code: str
    severity: str
    what: Multilingual
    remedy: Multilingual
    place: Place
    subjects: tuple[str, ...]
    series: str = ""
    cause: tuple[str, Place] | None = None
    variant: str = ""
    parameters: str | None = None

    @classmethod
    def of(cls, finding: Finding) -> RecordedFinding:
        """The record of a finding; of its ``lasting`` form where it shall outlive the rows of today."""
        return cls(
            finding.code,
            finding.severity.value,
            in_every_language(lambda code: language(code).what(finding)),
            in_every_language(lambda code: language(code).remedy(finding)),
            finding.place,
            finding.subjects,
            str(finding.series or ""),
            finding.cause,
            finding.variant,
            parameter_codes(finding.parameters),
        )

    @property
    def meaning(self) -> tuple[object, ...]:
        """What it says, by its codes; a record of an earlier version has its words alone."""
        if self.parameters is None:
            return self.code, self.what
        return self.code, self.variant, self.parameters

    @property
    def apart_from_place(self) -> RecordedFinding:
        """What was recorded of what it says, wherever that is and whatever of a document it concerns."""
        return replace(self, place=NOWHERE, subjects=(), series="", cause=None)

    @property
    def words(self) -> Message:
        """Place, what and remedy on one line."""
        return self.words_at(None if self.place == NOWHERE else self.place)

    def words_at(self, place: Place | None) -> Message:
        return Message("finished.recorded-finding", place=place, what=self.what, remedy=self.remedy)

    # ---- JSON ------------------------------------------------------------------------------------------

    def to_json(self, *, parameters: bool = False) -> dict[str, Any]:
        """The stable form of ``reportgen check --json``; ``pack.json`` adds variant and ``parameters``."""
        coded = None
        if parameters and self.parameters is not None:
            coded = {"variant": self.variant, "parameters": from_line(self.parameters)}
        return {
            "code": self.code,
            "severity": self.severity,
            "cause": self.cause and {"code": self.cause[0], "place": place_record(self.cause[1])},
            "series": self.series or None,
            **self.what.fields("message"),
            **self.remedy.fields("remedy"),
            "place": place_record(self.place),
            "subjects": list(self.subjects),
            **(coded or {}),
        }

    @classmethod
    def from_json(cls, fields: Mapping[str, Any]) -> RecordedFinding:
        """Read what :meth:`to_json` gave, also in earlier versions. Raises ``KeyError``, ``TypeError``, ``ValueError``."""
        cause, coded = fields.get("cause"), fields.get("parameters")
        return cls(
            str(fields["code"]),
            Severity(fields["severity"]).value,
            Multilingual.read(fields, "message"),
            Multilingual.read(fields, "remedy"),
            Place(**(fields.get("place") or {})),
            tuple(map(str, fields.get("subjects") or ())),
            str(fields.get("series") or ""),
            (str(cause["code"]), Place(**(cause.get("place") or {}))) if cause else None,
            str(fields.get("variant") or ""),
            None if coded is None else as_line(dict(coded)),
        )

    # ---- XML -------------------------------------------------------------------------------------------

    def to_xml(self, namespace: str) -> ET.Element:
        """A ``finding`` element: places by file, row or record, and column."""
        said = {
            "code": self.code,
            "severity": self.severity,
            "variant": self.variant,
            **self.what.fields("what"),
            **self.remedy.fields("remedy"),
            "series": self.series,
            **_coded_place(self.place, ""),
        }
        if self.cause is not None:
            code, place = self.cause
            said |= {"cause": code, **_coded_place(place, "cause_")}
        element = ET.Element(f"{{{namespace}}}finding", {name: text for name, text in said.items() if text})
        for subject in self.subjects:
            ET.SubElement(element, f"{{{namespace}}}subject", {"id": subject})
        if self.parameters is not None:
            ET.SubElement(element, f"{{{namespace}}}parameters").text = self.parameters
        return element

    @classmethod
    def from_xml(cls, element: _Element | ET.Element) -> RecordedFinding:
        """Read what :meth:`to_xml` gave, in any namespace, also in earlier versions. Raises ``ValueError``."""
        fields = {str(name): str(text) for name, text in element.attrib.items()}
        coded = next((child.text for child in element.iterfind("{*}parameters")), None)
        return cls(
            fields.get("code", ""),
            Severity(fields.get("severity", "note")).value,
            Multilingual.read(fields, "what"),
            Multilingual.read(fields, "remedy"),
            _place(fields, ""),
            tuple(child.get("id") or "" for child in element.iterfind("{*}subject")),
            fields.get("series", ""),
            (fields["cause"], _place(fields, "cause_")) if fields.get("cause") else None,
            fields.get("variant", ""),
            coded,
        )


def _coded_place(place: Place, prefix: str) -> dict[str, str]:
    return {f"{prefix}{name}": str(getattr(place, name) or "") for name in _CODED}


def _place(fields: Mapping[str, str], prefix: str) -> Place:
    file, row, record, column = (fields.get(f"{prefix}{name}") or None for name in _CODED)
    return Place(file, row=int(row) if row else None, column=column, record=record)
