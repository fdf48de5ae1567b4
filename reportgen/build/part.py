"""A pack of a large dataset: which areas it needs at first, and what is said of those that were left unread."""

from __future__ import annotations

from pathlib import Path

from reportgen.build.definition import read_definition
from reportgen.dataset.part import may_be_read_in_part
from reportgen.dataset.records import Dataset
from reportgen.errors import ReportgenError
from reportgen.findings import Finding, Place, Severity


def areas_at_first(pack: Path) -> frozenset[str] | None:
    """The areas that a pack is about; ``None`` where its dataset is read whole."""
    try:
        definition = read_definition(pack)
        shows_all = any(document.everything for document in definition.documents)
        if shows_all or not may_be_read_in_part(definition.dataset_path):
            return None
    except ReportgenError:  # said when it is opened
        return None
    return frozenset(filter(None, (definition.ref_area, definition.national_area)))


def read_in_part(dataset: Dataset) -> Finding:
    """What a person should know of a pack that was made of part of a dataset."""
    elsewhere = dataset.elsewhere
    assert elsewhere is not None
    return Finding(
        "checked-in-part",
        Severity.NOTE,
        place=Place(dataset.name),
        areas=len(elsewhere.areas),
        read=len(dataset.observations),
        unread=elsewhere.observations,
    )
