"""reportgen: briefing packs in which every number answers for itself.

The library in ten names. They are loaded when first used, so that importing reportgen costs next to nothing.

- :func:`read_dataset` reads a folder of CSV files or an .xlsx and gives the dataset with its findings.
- :func:`check_dataset` says what in a dataset does not add up.
- :func:`list_figures` gives every figure a dataset supports, observed and computed.
- :func:`build_pack` builds a pack as ``reportgen build`` does.
- :func:`fill_word` and :func:`fill_excel` fill a template from any mapping: the two engines for those who want only those.
- :class:`Dataset`, :class:`Figure`, :class:`Finding` and :class:`ReportgenError` are what these give and raise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.loading import loaded_when_used

if TYPE_CHECKING:
    from reportgen.build.build import build as build_pack
    from reportgen.build.pack_or_data import check_dataset
    from reportgen.dataset import read as read_dataset
    from reportgen.dataset.records import Dataset
    from reportgen.errors import ReportgenError
    from reportgen.excel import fill_excel
    from reportgen.figures.listing import list_figures
    from reportgen.findings import Finding
    from reportgen.kinds.figure import Figure
    from reportgen.word import fill_word

_HOMES = {
    "Dataset": "reportgen.dataset.records:Dataset",
    "Figure": "reportgen.kinds.figure:Figure",
    "Finding": "reportgen.findings:Finding",
    "ReportgenError": "reportgen.errors:ReportgenError",
    "build_pack": "reportgen.build.build:build",
    "check_dataset": "reportgen.build.pack_or_data:check_dataset",
    "fill_excel": "reportgen.excel:fill_excel",
    "fill_word": "reportgen.word:fill_word",
    "list_figures": "reportgen.figures.listing:list_figures",
    "read_dataset": "reportgen.dataset:read",
}

__all__ = [
    "Dataset",
    "Figure",
    "Finding",
    "ReportgenError",
    "build_pack",
    "check_dataset",
    "fill_excel",
    "fill_word",
    "list_figures",
    "read_dataset",
]

__getattr__ = loaded_when_used(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
