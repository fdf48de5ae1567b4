"""One side of a comparison: what a dataset, a pack or a build's ``pack.json`` says, in one form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from reportgen.build.manifest import break_record
from reportgen.build.pack_folder import MANIFEST
from reportgen.build.pack_json import read_pack_json
from reportgen.build.pack_or_data import PackOrData, open_readable
from reportgen.dataset.stores import Location, is_url
from reportgen.errors import PackError
from reportgen.figures.recorded_figures import FigureRecord
from reportgen.figures.recorded_findings import RecordedFinding
from reportgen.figures.recorded_sources import RecordedSource
from reportgen.language import both
from reportgen.messages import Bilingual, Message, Words
from reportgen.ooxml.files import read_file
from reportgen.record import Record, field
from reportgen.style import STYLE, Style
from reportgen.toml_keys import PACK_FILE

if TYPE_CHECKING:
    from reportgen.build.definition import PackDefinition
    from reportgen.dataset.records import Dataset


class Side(Record):
    """What is compared.

    ``figures`` are by id. ``words`` are labels and notes of a dataset by what they are of and its code, ``templates`` the digests
    of a pack's templates by their path; each is ``None`` where the side does not say. ``breaks``
    is ``None`` where the side does not say (a ``pack.json`` of an earlier version). ``subject`` is there for datasets and packs only.
    Of a document ``figures`` and ``sources`` are those of its lineage.
    """

    kind: Literal["data", "pack", "build", "document"]
    name: str
    figures: Mapping[str, FigureRecord]
    sources: Mapping[str, RecordedSource]
    breaks: Mapping[tuple[str, str, str], Mapping[str, Any]] | None
    findings: tuple[RecordedFinding, ...]
    about: Mapping[str, Any] = field(default_factory=dict)
    subject: PackOrData | None = None
    words: Mapping[tuple[str, str], Mapping[str, Any]] | None = None
    templates: Mapping[str, Mapping[str, Any]] | None = None

    @property
    def dataset(self) -> Dataset | None:
        return self.subject.dataset if self.subject else None

    @property
    def style(self) -> Style:
        """That of the pack; a build and a document do not say theirs."""
        return self.subject.style if self.subject else STYLE


def read_side(location: Location) -> Side:
    """Read a dataset (wherever it is kept), a pack (pack.toml or its folder), or a build (pack.json or its folder)."""
    if is_url(location):
        return _subject(open_readable(location), Path())
    path = Path(location)
    manifest = path / MANIFEST if path.is_dir() and not (path / PACK_FILE).is_file() else path
    if manifest.suffix.lower() == ".json" and manifest.name != "datapackage.json" and manifest.is_file():
        return _build(manifest)
    return _subject(open_readable(path), path)


def _subject(subject: PackOrData, path: Path) -> Side:
    catalogue, dataset = subject.catalogue, subject.dataset
    figures = {
        str(figure.id): FigureRecord.of(figure, catalogue, subject.style) for figure in catalogue.all()
    }
    definition = subject.definition
    about = {}
    if definition is not None:
        about = {
            "ref_area": definition.ref_area,
            "period": str(definition.period),
            "cut_off": definition.cut_off.isoformat(),
        }
    return Side(
        kind="pack" if definition else "data",
        name=definition.name if definition else path.name or dataset.name,
        figures=figures,
        sources={code: RecordedSource.of(source) for code, source in dataset.sources.items()},
        breaks={_break_key(record): record for record in map(break_record, dataset.breaks)},
        findings=tuple(map(RecordedFinding.of, subject.findings)),
        about=about,
        subject=subject,
        words=dict(_words(dataset)),
        templates=_templates(definition) if definition is not None else None,
    )


def _words(dataset: Dataset) -> Iterator[tuple[tuple[str, str], Mapping[str, Any]]]:
    """The labels and notes of a dataset that say something."""
    labelled: list[tuple[str, str, Bilingual]] = [
        *(("indicator", code, item.label) for code, item in dataset.indicators.items()),
        *(("area", code, item.label) for code, item in dataset.areas.items()),
        *((item.dimension, item.code, item.label) for item in dataset.codes),
    ]
    for kind, code, label in labelled:
        yield (kind, code), {"label_en": label.en, "label_zh": label.zh}
    noted: list[tuple[str, str, Words]] = [
        *(("observation", code, item.note) for code, item in dataset.observations.items()),
        *(("target", code, item.note) for code, item in dataset.targets.items()),
    ]
    for kind, code, note in noted:
        said = both(note)
        if said.wordings:
            yield (kind, code), {"note_en": said.en, "note_zh": said.zh}


def _templates(definition: PackDefinition) -> dict[str, Mapping[str, Any]]:
    """The templates of a pack by the path that its definition gives."""
    found: dict[str, Mapping[str, Any]] = {}
    for document in definition.documents:
        for language in definition.languages:
            name = document.template_for(language)
            path = definition.folder / name if name else None
            if name and path is not None and path.is_file():
                found[name] = {"template": name, "content": hashlib.sha256(read_file(path)).hexdigest()}
    return found


def _build(path: Path) -> Side:
    try:
        content = read_pack_json(path)
        breaks = content.get("breaks")
        return Side(
            kind="build",
            name=content["pack"]["name"],
            figures={record["id"]: FigureRecord.from_json(record) for record in content["figures"]},
            sources={one.source: one for one in map(RecordedSource.from_json, content["sources"])},
            breaks=None if breaks is None else {_break_key(record): record for record in breaks},
            findings=tuple(map(RecordedFinding.from_json, content["findings"])),
            about={key: content["pack"][key] for key in ("ref_area", "period", "cut_off")},
            templates=_templates_of_build(content),
        )
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise PackError(Message("living.not-a-pack-json", file=path.name)) from error


def _templates_of_build(content: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The templates that the outputs of a build name, with the digests listed among its inputs."""
    sums = {item["path"]: item["sha256"] for item in content.get("inputs", ())}
    names = [item.get("template") for item in content.get("outputs", ())]
    return {name: {"template": name, "content": sums[name]} for name in names if name in sums}


def _break_key(record: Mapping[str, Any]) -> tuple[str, str, str]:
    return (record["indicator"], record["ref_area"], record["period"])
