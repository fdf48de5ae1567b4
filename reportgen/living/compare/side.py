"""One side of a comparison: what a dataset, a pack or a build's ``pack.json`` says, in one form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from reportgen.build.manifest import break_record, source_record
from reportgen.build.pack_folder import MANIFEST
from reportgen.build.pack_json import read_pack_json
from reportgen.build.pack_or_data import PackOrData, open_readable
from reportgen.dataset.stores import Location, is_url
from reportgen.errors import PackError
from reportgen.figures.records import FigureRecord
from reportgen.language import finding_record
from reportgen.messages import Message

if TYPE_CHECKING:
    from reportgen.dataset.records import Dataset

_SOURCE_FIELDS = ("title", "author", "publisher", "published", "accessed", "url", "language", "kind")


@dataclass(frozen=True)
class Side:
    """What is compared.

    ``figures`` are by id. ``breaks``
    is ``None`` where the side does not say (a ``pack.json`` of an earlier version). ``subject`` is there for datasets and packs only.
    """

    kind: Literal["data", "pack", "build"]
    name: str
    figures: Mapping[str, FigureRecord]
    sources: Mapping[str, Mapping[str, Any]]
    breaks: Mapping[tuple[str, str, str], Mapping[str, Any]] | None
    findings: tuple[Mapping[str, Any], ...]
    about: Mapping[str, Any] = field(default_factory=dict)
    subject: PackOrData | None = None

    @property
    def dataset(self) -> Dataset | None:
        return self.subject.dataset if self.subject else None


def read_side(location: Location) -> Side:
    """Read a dataset (wherever it is kept), a pack (pack.toml or its folder), or a build (pack.json or its folder)."""
    if is_url(location):
        return _subject(open_readable(location), Path())
    path = Path(location)
    manifest = path / MANIFEST if path.is_dir() and not (path / "pack.toml").is_file() else path
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
        sources={code: source_record(code, dataset) for code in dataset.sources},
        breaks={_break_key(record): record for record in map(break_record, dataset.breaks)},
        findings=tuple(finding_record(finding) for finding in subject.findings),
        about=about,
        subject=subject,
    )


def _build(path: Path) -> Side:
    try:
        content = read_pack_json(path)
        breaks = content.get("breaks")
        return Side(
            kind="build",
            name=content["pack"]["name"],
            figures={record["id"]: FigureRecord.from_json(record) for record in content["figures"]},
            sources={record["source"]: record for record in content["sources"]},
            breaks=None if breaks is None else {_break_key(record): record for record in breaks},
            findings=tuple(content["findings"]),
            about={key: content["pack"][key] for key in ("ref_area", "period", "cut_off")},
        )
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise PackError(Message("living.not-a-pack-json", file=path.name)) from error


def _break_key(record: Mapping[str, Any]) -> tuple[str, str, str]:
    return (record["indicator"], record["ref_area"], record["period"])
