"""The lineage that travels inside a document: one custom XML part, readable without the dataset.

It holds every figure the document shows, all that those were computed from, the sources, the findings that concern them
and the words of the dataset that may stand beside them, so that a reader of the document alone can be told where each
number comes from. What the finished document showed when it was built is added by ``as_built``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from reportgen.figures.labels import figure_label
from reportgen.figures.listing import listed, with_inputs
from reportgen.kinds.reasons import beside
from reportgen.language import say_remedy, say_sentence, say_what
from reportgen.messages import Words

if TYPE_CHECKING:
    from reportgen.dataset.records import Dataset
    from reportgen.findings import Finding
    from reportgen.kinds import Catalogue
    from reportgen.kinds.figure import Figure

NAMESPACE = "urn:reportgen:lineage:1"

_ATTRIBUTES = (
    "key", "id", "value", "unit", "precision", "bound", "qualifier", "state", "status", "scope", "period_basis",
    "observation", "target", "formula", "display_en", "display_zh", "reason_en", "reason_zh", "note_en", "note_zh",
    "comparable",
)  # fmt: skip


def lineage_xml(
    shown: Sequence[str],
    catalogue: Catalogue,
    about: dict[str, str],
    findings: Sequence[Finding] = (),
    as_built: Iterable[ET.Element] = (),
) -> bytes:
    """The part's bytes for the figure ids ``shown``. ``about`` says which pack, language and cut-off date.

    Of ``findings`` those are kept that concern the figures; ``as_built`` are elements that say what stood where.
    """
    ET.register_namespace("", NAMESPACE)
    known = {**about, "dataset_sha256": dataset_fingerprint(catalogue.dataset)}
    root = ET.Element(tag("lineage"), dict(sorted(known.items())))
    figures = with_inputs(list(shown), catalogue)
    cited: dict[str, None] = {}
    for figure in figures:
        root.append(_figure(figure, catalogue))
        cited.update(dict.fromkeys(item.source for item in figure.citations))
    root.extend(_sources(cited, catalogue.dataset))
    root.extend(_findings(findings, figures))
    root.extend(_words(catalogue.dataset, figures))
    root.extend(as_built)
    body: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return body


def tag(name: str) -> str:
    """An element's name in the lineage's namespace."""
    return f"{{{NAMESPACE}}}{name}"


def dataset_fingerprint(dataset: Dataset) -> str:
    """A digest of everything a dataset says about numbers, whatever the order of its rows or the form of its files."""
    digest = hashlib.sha256()
    for record in sorted(
        [
            *(f"{key} {item.quantity} {item.period} {item.unit} {item.status} {item.scope}"
              for key, item in dataset.observations.items()),
            *(f"{key} {item.operator} {item.quantity} {item.period} {item.unit} {item.scope} {item.base_obs}"
              for key, item in dataset.targets.items()),
            *(f"{item.subject} {item.source} {item.statement} {item.role}" for item in dataset.citations),
            *(f"{item.indicator} {item.ref_area} {item.period} {item.basis}" for item in dataset.breaks),
        ]
    ):  # fmt: skip
        digest.update(record.encode() + b"\n")
    return digest.hexdigest()


def _figure(figure: Figure, catalogue: Catalogue) -> ET.Element:
    record = listed(figure, catalogue)
    attributes = {name: str(record[name]) for name in _ATTRIBUTES if record[name] not in (None, "")}
    for language in ("en", "zh"):
        attributes[f"label_{language}"] = figure_label(figure, catalogue.dataset, language)
    element = ET.Element(tag("figure"), attributes)
    for input_id in record["inputs"]:
        ET.SubElement(element, tag("input"), {"id": input_id})
    for citation in record["citations"]:
        quoted = ET.SubElement(
            element, tag("citation"), {"source": citation["source"], "role": citation["role"]}
        )
        quoted.text = citation["statement"]
    return element


def _sources(cited: Iterable[str], dataset: Dataset) -> Iterator[ET.Element]:
    for code in cited:
        source = dataset.sources[code]
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
        yield ET.Element(tag("source"), {name: text for name, text in known.items() if text})


def _findings(findings: Sequence[Finding], figures: Sequence[Figure]) -> Iterator[ET.Element]:
    subjects: set[str] = set()
    for figure in figures:
        parts = (str(figure.id), figure.observation, figure.target or figure.id.target)
        subjects.update(part for part in parts if part)
    for finding in findings:
        concerned = [subject for subject in finding.subjects if subject in subjects]
        if not concerned:
            continue
        place = finding.place
        attributes = {
            "code": finding.code, "severity": finding.severity.value, "what_en": say_what(finding, "en"),
            "what_zh": say_what(finding, "zh"), "remedy_en": say_remedy(finding, "en"), "remedy_zh": say_remedy(finding, "zh"),
            "file": place.file or "", "row": str(place.row or ""), "column": place.column or "",
        }  # fmt: skip
        element = ET.Element(tag("finding"), {name: text for name, text in attributes.items() if text})
        for subject in concerned:
            ET.SubElement(element, tag("subject"), {"id": subject})
        yield element


def _words(dataset: Dataset, figures: Sequence[Figure]) -> Iterator[ET.Element]:
    """Wordings with digits that a document may repeat: labels, notes on breaks, names of plans, notes and reasons in print."""
    said: list[Words] = [item.label for item in dataset.indicators.values()]
    said += [item.label for item in dataset.areas.values()]
    said += [item.label for item in dataset.codes]
    said += [item.note for item in dataset.breaks]
    for figure in figures:
        said.append(figure.note)
        if figure.reason is not None:
            said += [figure.reason, beside(figure.reason, dataset, figure.id.series)]
    texts = [say_sentence(words, code, in_print=True) for words in said for code in ("en", "zh")]
    texts += [text for target in dataset.targets.values() for text in (target.plan, target.plan_zh)]
    for text in dict.fromkeys(texts):
        if re.search(r"\d", text):
            yield _text_element("words", text)


def _text_element(name: str, text: str) -> ET.Element:
    element = ET.Element(tag(name))
    element.text = text
    return element
