"""The lineage that travels inside a document: its figures and all they were computed from, their sources, the findings
about them, and words of the dataset that people may quote beside them. Nothing else is needed to say where a number comes
from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary
from xml.etree import ElementTree as ET

from reportgen.figures.listing import with_inputs
from reportgen.figures.recorded_figures import FigureRecord
from reportgen.figures.recorded_findings import RecordedFinding
from reportgen.figures.recorded_sources import RecordedSource
from reportgen.language import both, languages
from reportgen.messages import DATASET_LANGUAGES, FALLBACK, Bilingual
from reportgen.periods import Period
from reportgen.record import CachingRecord, Record, field
from reportgen.style import STYLE, Style

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.dataset.records import Dataset
    from reportgen.findings import Finding
    from reportgen.kinds import Catalogue

_MOST_NAMES = 500


class DatasetNames(Record):
    """What the areas (places, not groups of them) and indicators of a dataset are called, by code."""

    areas: Mapping[str, Bilingual] = field(default_factory=dict)
    indicators: Mapping[str, Bilingual] = field(default_factory=dict)

    @classmethod
    def of(cls, dataset: Dataset) -> DatasetNames:
        return cls(
            {code: area.label for code, area in dataset.areas.items() if not area.is_group},
            {code: indicator.label for code, indicator in dataset.indicators.items()},
        )


class Lineage(CachingRecord):
    """The lineage of one document. ``about`` says pack, language, cut-off date, dataset; ``figures`` are by id."""

    about: Mapping[str, str]
    figures: Mapping[str, FigureRecord]
    sources: Mapping[str, RecordedSource]
    findings: tuple[RecordedFinding, ...]
    words: tuple[str, ...]
    """The dataset's own words with digits in them: labels, notes on breaks, names of plans."""
    names: DatasetNames = field(default_factory=DatasetNames)

    @property
    def language(self) -> str:
        return self.about.get("language", FALLBACK)

    @cached_property
    def by_key(self) -> Mapping[str, FigureRecord]:
        return {figure.key: figure for figure in self.figures.values()}


def lineage_of(
    shown: Sequence[str],
    catalogue: Catalogue,
    about: Mapping[str, str],
    findings: Sequence[Finding] = (),
    style: Style = STYLE,
) -> Lineage:
    """The lineage of the figure ids ``shown``. ``about`` says which pack, language and cut-off date; of ``findings`` those
    are kept that concern the figures."""
    dataset = catalogue.dataset
    figures = records_of(shown, catalogue, style)
    cited = dict.fromkeys(item.source for figure in figures.values() for item in figure.citations)
    return Lineage(
        about={**about, "dataset_sha256": dataset.fingerprint},
        figures=figures,
        sources={code: RecordedSource.of(dataset.sources[code]) for code in cited},
        findings=tuple(_concerning(findings, figures.values())),
        words=tuple(_words(dataset)),
        names=_names(dataset),
    )


def _names(dataset: Dataset) -> DatasetNames:
    """The names of areas and indicators; none of those that are too many to be kept in every document."""
    names = DatasetNames.of(dataset)
    return DatasetNames(
        *(known if len(known) <= _MOST_NAMES else {} for known in (names.areas, names.indicators))
    )


_made: WeakKeyDictionary[Catalogue, tuple[Style, dict[str, FigureRecord]]] = WeakKeyDictionary()
"""The records made of a catalogue's figures, and the style that they are in."""


def records_of(shown: Iterable[str], catalogue: Catalogue, style: Style = STYLE) -> dict[str, FigureRecord]:
    """The figures of some ids and all that they were computed from, by id. Of each a record is made once for all documents of a
    pack, which show much the same."""
    made_in, made = _made.get(catalogue, (style, {}))
    if made_in != style:
        made = {}
    _made[catalogue] = style, made
    found: dict[str, FigureRecord] = {}
    for figure in with_inputs(shown, catalogue):
        figure_id = str(figure.id)
        if figure_id not in made:
            made[figure_id] = FigureRecord.of(figure, catalogue, style)
        found[figure_id] = made[figure_id]
    return found


def _concerning(findings: Sequence[Finding], figures: Iterable[FigureRecord]) -> Iterator[RecordedFinding]:
    subjects: set[str] = set()
    for figure in figures:
        parts = (figure.id, figure.observation, figure.target or figure.figure_id.target)
        subjects.update(part for part in parts if part)
    for finding in findings:
        concerned = tuple(subject for subject in finding.subjects if subject in subjects)
        if concerned:
            yield RecordedFinding.of(finding.with_(subjects=concerned).lasting)


def _words(dataset: Dataset) -> Iterator[str]:
    said = [item.label for item in dataset.indicators.values()]
    said += [item.label for item in dataset.areas.values()]
    said += [item.label for item in dataset.codes]
    said += [item.note for item in dataset.breaks]
    texts = [text for words in said for text in both(words).wordings]
    texts += [text for target in dataset.targets.values() for text in (target.plan, target.plan_zh)]
    yield from (text for text in dict.fromkeys(texts) if re.search(r"\d", text))


# ---- XML ---------------------------------------------------------------------------------------------------


def lineage_element(lineage: Lineage, namespace: str) -> ET.Element:
    """The ``lineage`` element of a document's part."""

    def tag(name: str) -> str:
        return f"{{{namespace}}}{name}"

    root = ET.Element(tag("lineage"), dict(sorted(lineage.about.items())))
    root.extend(figure.to_xml(namespace) for figure in lineage.figures.values())
    root.extend(source.to_xml(namespace) for source in lineage.sources.values())
    root.extend(finding.to_xml(namespace) for finding in lineage.findings)
    for text in lineage.words:
        ET.SubElement(root, tag("words")).text = text
    for kind, names in (("area", lineage.names.areas), ("indicator", lineage.names.indicators)):
        for code, label in names.items():
            ET.SubElement(root, tag("name"), {"of": kind, "id": code, **label.by_language})
    return root


def read_lineage(root: _Element) -> Lineage:
    """Read a ``lineage`` element, in any namespace. Raises ``ValueError``, ``KeyError``, ``ArithmeticError``."""

    def called(name: str) -> Iterator[_Element]:
        return root.iterfind(f"{{*}}{name}")

    figures = [FigureRecord.from_xml(element) for element in called("figure")]
    return Lineage(
        about=_about(root),
        figures={figure.id: figure for figure in figures},
        sources={source.source: source for source in map(RecordedSource.from_xml, called("source"))},
        findings=tuple(map(RecordedFinding.from_xml, called("finding"))),
        words=tuple(element.text or "" for element in called("words")),
        names=DatasetNames(
            *(
                {
                    one.get("id") or "": Bilingual(*(one.get(code) or "" for code in DATASET_LANGUAGES))
                    for one in called("name")
                    if one.get("of") == kind
                }
                for kind in ("area", "indicator")
            )
        ),
    )


def _attributes(element: _Element) -> dict[str, str]:
    return {str(name): str(text) for name, text in element.attrib.items()}


def _about(root: _Element) -> dict[str, str]:
    about = _attributes(root)
    if about.get("language", FALLBACK) not in languages():
        raise ValueError(about["language"])
    if period := about.get("period"):
        Period.parse(period)
    if cut_off := about.get("cut_off"):
        date.fromisoformat(cut_off)
    return about
