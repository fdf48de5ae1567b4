"""On which page each paragraph was when Word last laid the document out. Documents that Word never saved do not say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.ooxml.xml import parse
from reportgen.word import wml as n

if TYPE_CHECKING:
    from reportgen.ooxml import Package


def laid_out_pages(package: Package) -> Mapping[int, int]:
    """The page that each paragraph of the body begins on, by the paragraph's number; empty where the document does not say."""
    root = parse(package.read(package.main_part), package.main_part).root
    if next(root.iter(n.LAID_OUT_BREAK), None) is None:
        return {}
    pages: dict[int, int] = {}
    page = 1
    for number, paragraph in enumerate(root.iter(n.P), start=1):
        breaks = sum(1 for _ in paragraph.iter(n.LAID_OUT_BREAK))
        first = next((run for run in paragraph.iter(n.R) if len(run)), None)
        leads = first is not None and next(first.iter(n.LAID_OUT_BREAK), None) is not None
        pages[number] = page + (1 if leads else 0)
        page += breaks
    return pages
