"""A figure as one flat record: the same in memory, in ``figures --json`` and ``pack.json``, and in the lineage of documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal
from xml.etree import ElementTree as ET

from msgspec import NODEFAULT, to_builtins
from msgspec.structs import fields as fields_of

from reportgen.calculations.target_status import State
from reportgen.dataset.names import label_of
from reportgen.figures.earlier_records import series_label_in
from reportgen.figures.labels import figure_label, series_label, series_named
from reportgen.figures.numbers import display
from reportgen.figures.parameter_codes import as_line, from_line, parameter_codes
from reportgen.kinds.declaration import declaration_of
from reportgen.kinds.figure import FigureId, Kind
from reportgen.language import in_every_language, language, say
from reportgen.messages import UNSAID, Bilingual, Message, Multilingual, Words
from reportgen.ooxml.xml import local_name
from reportgen.record import Record
from reportgen.style import STYLE, Style
from reportgen.values import Bound, Qualifier, plain, recorded_number

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.dataset.records import Citation, Dataset
    from reportgen.kinds import Catalogue
    from reportgen.kinds.figure import Figure

_LATER_FIELDS = ("prices", "vintage")
_LATER_NUMBERS = ("safe", "value_to")
"""Fields that are written only where they say something: earlier packs do not have them."""


class CitationRecord(Record, omit_defaults=True):
    """A source's own words for a figure; for a cell of a published table also where in the table it is."""

    source: str
    statement: str
    role: str
    table: str = ""
    row_label: str = ""
    column_label: str = ""
    unit_label: str = ""
    cell: str = ""

    @classmethod
    def of(cls, citation: Citation) -> CitationRecord:
        return cls(*(str(getattr(citation, name)) for name in cls.__struct_fields__))

    @classmethod
    def read(cls, fields: Mapping[str, Any]) -> CitationRecord:
        """From what :meth:`to_json` gave."""
        said = {name: str(fields[name]) for name in ("source", "statement", "role")}
        return cls(**{**{name: str(fields.get(name) or "") for name in cls.__struct_fields__}, **said})

    def to_json(self) -> dict[str, str]:
        """Its fields, but for the places in a table that are empty."""
        found: dict[str, str] = to_builtins(self)
        return found


class FigureRecord(Record):
    """All that is known of a figure.

    ``value`` is in base units at full precision, ``None`` with a ``reason``. ``display`` is the figure in running text,
    ``label`` its whole name, ``series_label`` that of its series: the label before the kind. ``reason`` and ``note`` are values where the figure comes from a dataset, and wordings where
    it was read back. ``key`` is short for the id in the document or pack that the record comes from.
    """

    id: str
    key: str
    value: Decimal | None
    unit: str
    precision: int
    display: Multilingual
    label: Multilingual
    series_label: Multilingual
    bound: Bound = Bound.EXACT
    qualifier: str = "eq"
    state: str = ""
    statuses: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    period_basis: str = "stated"
    comparable: bool = True
    reason: Words | None = None
    note: Words = UNSAID
    formula: str = ""
    inputs: tuple[str, ...] = ()
    observation: str | None = None
    target: str | None = None
    citations: tuple[CitationRecord, ...] = ()
    prices: str = ""
    vintage: str = ""
    scope_said: Multilingual | None = None
    """Its scopes by their labels."""
    why: tuple[str, str] | None = None
    """The code of the reason and its parameters, as :func:`~reportgen.figures.parameter_codes.parameter_codes` has them: what a record
    that was read back has in place of the value. ``None`` in records of earlier versions, too."""
    safe: Decimal | None = None
    """What print rounds where the bound itself would not hold; see :class:`~reportgen.kinds.figure.Figure`."""
    note_given: Multilingual | None = None
    """Of the note what the dataset itself says, where that is not all of it: without wordings where it says none of it."""
    value_to: Decimal | None = None
    """Of a target that sets a range: its other end."""

    @classmethod
    def of(cls, figure: Figure, catalogue: Catalogue, style: Style = STYLE) -> FigureRecord:
        """The figure as a pack in that ``style`` prints it."""
        dataset, of_figure, reason = catalogue.dataset, figure.__struct_fields__, figure.reason
        label = in_every_language(lambda code: figure_label(figure, dataset, code))
        is_level = figure.id.kind is Kind.LEVEL
        given: dict[str, Any] = {
            **{name: getattr(figure, name) for name in cls.__struct_fields__ if name in of_figure},
            "id": str(figure.id),
            "key": figure.key,
            "formula": str(figure.formula or ""),
            "display": in_every_language(lambda code: display(figure, code, dataset, style)),
            "label": label,
            "series_label": label
            if is_level
            else in_every_language(lambda code: series_label(series_named(figure, dataset), dataset, code)),
            "why": (reason.code, parameter_codes(reason.parameters)) if isinstance(reason, Message) else None,
            "scope_said": _scopes(figure.scopes, dataset) if figure.scopes else None,
            "citations": tuple(CitationRecord.of(item) for item in figure.citations),
            "note_given": _given(figure.note),
        }
        return cls(**given)

    # ---- what its id says ------------------------------------------------------------------------------

    @property
    def figure_id(self) -> FigureId:
        return _parsed(self.id)

    @property
    def kind(self) -> str:
        return self.figure_id.kind.value

    @property
    def direction_words(self) -> Literal["", "growth", "difference", "gap"]:
        """Which words say the way it points: of growth, of a difference, of a gap; empty: none."""
        return declaration_of(self.figure_id.kind).direction_words

    @property
    def printed_from(self) -> Decimal | None:
        """What print rounds."""
        return self.value if self.safe is None else self.safe

    @property
    def statements(self) -> tuple[str, ...]:
        """The sources' own words."""
        return tuple(item.statement for item in self.citations)

    @property
    def reason_said(self) -> Multilingual | None:
        """The reason as a sentence."""
        return None if self.reason is None else _sentences(self.reason)

    @property
    def note_said(self) -> Multilingual:
        """The note as a sentence; without wordings where there is none."""
        return _sentences(self.note)

    @property
    def note_of_dataset(self) -> Multilingual:
        """Of that what the dataset itself says. In records of earlier versions it cannot be told apart: there it is all."""
        return self.note_said if self.note_given is None else self.note_given

    # ---- JSON ------------------------------------------------------------------------------------------

    def to_json(self, *, labels: bool = True) -> dict[str, Any]:
        """The stable form of ``reportgen figures --json``; ``pack.json`` adds ``labels``."""
        known, series = self.figure_id, self.figure_id.series
        reason, note = self.reason_said, self.note_said
        found: dict[str, Any] = {
            "id": self.id,
            "key": self.key,
            "indicator": series.indicator,
            "ref_area": series.ref_area,
            "breakdown": series.breakdown,
            "counterpart_area": series.counterpart_area,
            "period": str(known.period),
            "period_basis": self.period_basis,
            "kind": known.kind.value,
            "value": None if self.value is None else plain(self.value),
            "unit": self.unit,
            "precision": self.precision,
            **self.display.fields("display"),
            "bound": self.bound.value,
            "qualifier": self.qualifier,
            "state": self.state,
            "status": ",".join(self.statuses),
            "scope": ",".join(self.scopes),
            "comparable": self.comparable,
            "reason": reason and reason.en,
            **({"reason_en": None, "reason_zh": None} if reason is None else reason.fields("reason")),
            **note.fields("note"),
            "formula": self.formula,
            "inputs": list(self.inputs),
            "observation": self.observation,
            "target": self.target,
            "citations": [item.to_json() for item in self.citations],
        }
        found |= {name: text for name in _LATER_FIELDS if (text := getattr(self, name))}
        if self.scope_said is not None:
            found |= self.scope_said.fields("scope")
        found |= {name: plain(value) for name in _LATER_NUMBERS if (value := getattr(self, name)) is not None}
        if labels:
            found |= self.label.fields("label")
            if self.series_label != self.label:
                found |= self.series_label.fields("series_label")
            if self.note_given is not None:
                found |= self.note_given.fields(_GIVEN_NOTE)
            if self.why is not None:
                found["why"] = {"code": self.why[0], "parameters": from_line(self.why[1])}
        return found

    @classmethod
    def from_json(cls, fields: Mapping[str, Any]) -> FigureRecord:
        """Read what :meth:`to_json` gave, also in earlier versions. Raises ``KeyError``, ``ValueError``, ``ArithmeticError``."""
        identity, value, reason = str(fields["id"]), fields.get("value"), fields.get("reason_en")
        why = fields.get("why")
        label = Multilingual.read({"label_en": identity, "label_zh": identity, **fields}, "label")
        figure_id = _parsed(
            identity
        )  # an id that is none is refused where it is read, not where it is first used
        series_label = label
        if "series_label_en" in fields:
            series_label = Multilingual.read(fields, "series_label")
        elif figure_id.kind is not Kind.LEVEL and "label_en" in fields:
            series_label = series_label_in(label)

        def text(name: str, default: str = "") -> str:
            return str(fields.get(name) or default)

        def number(name: str) -> Decimal | None:
            return recorded_number(text(name)) if text(name) else None

        return cls(
            id=identity,
            key=text("key") or figure_id.key,
            value=None if value in (None, "") else recorded_number(value),
            unit=text("unit"),
            precision=int(recorded_number(fields.get("precision") or 0, largest=300)),
            display=Multilingual.read(fields, "display"),
            label=label,
            series_label=series_label,
            bound=Bound(text("bound", "exact")),
            statuses=tuple(text("status").split(",")) if text("status") else (),
            scopes=tuple(text("scope").split(",")) if text("scope") else (),
            scope_said=Multilingual.read(fields, "scope") if "scope_en" in fields else None,
            comparable=fields.get("comparable", True) in (True, "True"),
            reason=None if reason is None else Multilingual.read(fields, "reason"),
            why=None if why is None else (str(why["code"]), as_line(why["parameters"])),
            note=Multilingual.read(fields, "note"),
            note_given=Multilingual.read(fields, _GIVEN_NOTE)
            if any(name.startswith(_GIVEN_NOTE) for name in fields)
            else None,
            inputs=tuple(str(item) for item in fields.get("inputs", ())),
            observation=fields.get("observation") or None,
            target=fields.get("target") or None,
            citations=tuple(CitationRecord.read(item) for item in fields.get("citations", ())),
            safe=number("safe"),
            value_to=number("value_to"),
            **{name: str(_CODES.get(name, str)(text(name))) for name in _TEXTS if fields.get(name)},
        )

    # ---- XML -------------------------------------------------------------------------------------------

    def to_xml(self, namespace: str) -> ET.Element:
        """A ``figure`` element: the JSON's fields as attributes but those that the id says, and those that are as always."""
        fields = self.to_json()
        said = {
            name: str(value)
            for name, value in fields.items()
            if name not in _SAID_OTHERWISE
            and (value not in (None, "") or name.startswith(_GIVEN_NOTE))
            and value != _USUAL.get(name)
        }
        element = ET.Element(f"{{{namespace}}}figure", said)
        if self.why is not None:
            code, parameters = self.why
            ET.SubElement(element, f"{{{namespace}}}why", {"code": code}).text = parameters
        for figure_id in self.inputs:
            ET.SubElement(element, f"{{{namespace}}}input", {"id": figure_id})
        for citation in self.citations:
            places = citation.to_json()
            statement = places.pop("statement")
            ET.SubElement(element, f"{{{namespace}}}citation", places).text = statement
        return element

    @classmethod
    def from_xml(cls, element: _Element | ET.Element) -> FigureRecord:
        """Read what :meth:`to_xml` gave, in any namespace. Raises as :meth:`from_json`."""
        fields: dict[str, Any] = {str(name): str(text) for name, text in element.attrib.items()}
        inputs, citations, why = [], [], None
        for child in element:
            name = local_name(child)
            held = {str(name): str(text) for name, text in child.attrib.items()}
            if name == "input":
                inputs.append(held.get("id", ""))
            elif name == "citation":
                citations.append({"source": "", "role": "", **held, "statement": child.text or ""})
            elif name == "why":
                why = {"code": held["code"], "parameters": from_line(child.text or "")}
        return cls.from_json({**fields, "inputs": inputs, "citations": citations, "why": why})


_GIVEN_NOTE = "given_note"
_SAID_OTHERWISE = frozenset(
    {
        "indicator",
        "ref_area",
        "breakdown",
        "counterpart_area",
        "period",
        "kind",
        "reason",
        "inputs",
        "citations",
        "why",
    }
)
"""Fields of the JSON that are no attributes: the id says them, or elements of their own do."""
_USUAL = {one.name: one.default for one in fields_of(FigureRecord) if one.default is not NODEFAULT}
_TEXTS = [one.name for one in fields_of(FigureRecord) if one.type is str and one.default is not NODEFAULT]
"""Fields that are texts, and as always where they are not written."""


_CODES: dict[str, Callable[[str], str]] = {"qualifier": Qualifier, "state": State}
"""What texts must be that are codes."""


def _scopes(scopes: Sequence[str], dataset: Dataset) -> Multilingual:
    """Scopes as the dataset calls them."""
    labels = [label_of(dataset, "scope", scope) for scope in scopes]
    return in_every_language(
        lambda code: language(code).listed([label.in_language(code) for label in labels])
    )


def _given(note: Words) -> Multilingual | None:
    """What a dataset says in a note among sentences of ours; ``None`` where that is all of the note."""
    given = in_every_language(
        lambda code: language(code).punctuation.GAP.join(one.in_language(code) for one in _given_in(note))
    )
    return None if given == in_every_language(lambda code: say(note, code)) else given


def _given_in(value: object) -> Iterator[Bilingual]:
    if isinstance(value, Bilingual) and value.wordings:
        yield value
    elif isinstance(value, Message):
        yield from _given_in(tuple(parameter for _, parameter in value.parameters))
    elif isinstance(value, tuple):
        for item in value:
            yield from _given_in(item)


def _sentences(words: Words) -> Multilingual:
    return in_every_language(lambda code: language(code).say_sentence(words))


@lru_cache(maxsize=8192)
def _parsed(figure_id: str) -> FigureId:
    return FigureId.parse(figure_id)
