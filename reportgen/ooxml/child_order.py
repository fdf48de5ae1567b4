"""The order in which worksheets and workbooks must have their children (ECMA-376 part 1, 18.3.1.99 and 18.2.27)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.ooxml.xml import local_name, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHILDREN = {
    "worksheet": (
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
        "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
        "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
        "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing",
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
    ),
    "workbook": (
        "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
        "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes",
        "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
    ),
}  # fmt: skip


def child_of(root: _Element, name: str) -> _Element:
    """The child ``name`` of a worksheet or workbook; one that was not there is put after all that must come before it."""
    from lxml import etree

    found = root.find(qn(f"x:{name}"))
    if found is None:
        found, names = etree.Element(qn(f"x:{name}")), _CHILDREN[local_name(root)]
        earlier = {qn(f"x:{one}") for one in names[: names.index(name)]}
        root.insert(max((at for at, child in enumerate(root, 1) if child.tag in earlier), default=0), found)
    return found
