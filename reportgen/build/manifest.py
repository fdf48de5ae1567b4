"""``pack.json``: what was built from what, every figure with its lineage, every finding. The same inputs give the same bytes;
inputs whose rows are in another order give other sums of these files and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reportgen.build.definition import PackDefinition
from reportgen.build.input_files import InputFiles
from reportgen.build.pack_folder import sha256
from reportgen.figures.recorded_findings import RecordedFinding
from reportgen.figures.recorded_sources import RecordedSource
from reportgen.record import Record

if TYPE_CHECKING:
    from reportgen.content import Chart
    from reportgen.dataset.records import Break, Dataset
    from reportgen.findings import Finding
    from reportgen.kinds import Catalogue
    from reportgen.rendered import ShownFigure

FORMAT = 1


class Output(Record):
    """One file of a build, the template it was made from, and where it shows which figure."""

    name: str
    language: str
    template: str | None
    data: bytes
    shown: tuple[ShownFigure, ...]
    figure_ids: tuple[str, ...]
    sources: tuple[str, ...] = ()
    """Codes of the sources the document mentions, in the order of their numbers."""
    findings: tuple[Finding, ...] = ()
    """What the engine noticed while it filled the template, such as a designed series without data."""
    named: frozenset[str] = frozenset()
    """The tables and charts that the template names: ``tables.progress``, ``charts.trend``."""
    drawn: tuple[Chart, ...] = ()
    """The charts that it shows."""


def manifest(
    definition: PackDefinition,
    outputs: Sequence[Output],
    catalogue: Catalogue,
    findings: Sequence[Finding],
    files: InputFiles,
    batch: Mapping[str, Any] | None = None,
) -> bytes:
    """The bytes of ``pack.json``. Paths are those of the definition, so that no folder of this machine is in them.

    ``batch`` says of one pack of a batch whose it is and what it was made from.
    """
    from reportgen.finished.lineage import records_of

    shown = dict.fromkeys(figure_id for output in outputs for figure_id in output.figure_ids)
    figures = [record.to_json() for record in records_of(shown, catalogue, definition.style).values()]
    sources = dict.fromkeys(item["source"] for figure in figures for item in figure["citations"])
    templates = [output.template for output in outputs if output.template]
    content = {
        "format": FORMAT,
        "reportgen": _version(),
        "pack": _about(definition, catalogue.dataset),
        **({"batch": batch} if batch else {}),
        "inputs": [{"path": path, "sha256": of_file} for path, of_file in files.sums(templates)],
        "outputs": [_output(output) for output in outputs],
        "figures": figures,
        "sources": [RecordedSource.of(catalogue.dataset.sources[code]).to_json() for code in sources],
        "breaks": [break_record(item) for item in catalogue.dataset.breaks],
        "findings": [RecordedFinding.of(finding.lasting).to_json(parameters=True) for finding in findings],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _about(definition: PackDefinition, dataset: Dataset) -> dict[str, Any]:
    return {
        "name": definition.name,
        "ref_area": definition.ref_area,
        "period": str(definition.period),
        "cut_off": definition.cut_off.isoformat(),
        **({"issue_date": definition.issue_date.isoformat()} if definition.stated_issue_date else {}),
        "texts": {language: definition.own_texts(dataset, language) for language in definition.texts},
    }


def _output(output: Output) -> dict[str, Any]:
    return {
        "path": output.name,
        "sha256": sha256(output.data),
        "language": output.language,
        "template": output.template,
        "figures": [
            {"key": item.key, "text": item.text, "part": item.part, "place": item.place}
            for item in output.shown
        ],
    }


def break_record(item: Break) -> dict[str, Any]:
    """A break of a series, as ``pack.json`` and comparisons list it."""
    return {
        "indicator": item.indicator,
        "ref_area": item.ref_area,
        "period": str(item.period),
        "basis": item.basis.value,
        "note_en": item.note.en,
        "note_zh": item.note.zh,
        "source": item.source,
    }


def _version() -> str:
    from importlib.metadata import version

    return version("reportgen")
