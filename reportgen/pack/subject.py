"""What a command is asked about: a pack, or a dataset alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.dataset import check as check_records
from reportgen.dataset import read
from reportgen.errors import Finding
from reportgen.pack.definition import FILE, PackDefinition, read_definition

if TYPE_CHECKING:
    from reportgen.dataset.records import Dataset
    from reportgen.figures.catalogue import Catalogue


@dataclass(frozen=True)
class Subject:
    """A dataset that was read, with the pack that named it (or none) and every finding about its data."""

    dataset: Dataset
    findings: tuple[Finding, ...]
    definition: PackDefinition | None = None

    @cached_property
    def catalogue(self) -> Catalogue:
        from reportgen.figures.catalogue import Catalogue

        return Catalogue(self.dataset)


def open_subject(path: Path) -> Subject:
    """Read the pack or dataset at ``path`` and check its data."""
    definition = read_definition(path) if _is_pack(path) else None
    return read_subject(definition.dataset_path if definition else path, definition)


def read_subject(dataset_path: Path, definition: PackDefinition | None = None) -> Subject:
    """Read the dataset at ``dataset_path`` and check it: its records first, then whether its numbers add up."""
    from reportgen.calculations.reconciliation import reconcile

    dataset, unreadable = read(dataset_path)
    findings = (*unreadable, *check_records(dataset), *reconcile(dataset))
    return Subject(dataset, findings, definition)


def _is_pack(path: Path) -> bool:
    return path.suffix.lower() == ".toml" or (path / FILE).is_file()
