"""``refresh``: a document that people edited, brought up to the dataset of its pack."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.build.edition import Edition, editions, made_at
from reportgen.build.pack_or_data import open_pack_or_data
from reportgen.build.templates import fill_template
from reportgen.errors import PackError, ReportgenError
from reportgen.finished.carried import Carried, lineage_of
from reportgen.finished.lineage import NAMESPACE
from reportgen.finished.wording import ITEM as WORDING_ITEM
from reportgen.finished.wording import read_wording
from reportgen.living.refresh.report import Report
from reportgen.messages import Bilingual
from reportgen.ooxml import Package, customxml

if TYPE_CHECKING:
    from reportgen.build.definition import Document, PackDefinition

LINEAGE_ITEM = customxml.item_id(NAMESPACE)
AUTHOR = "reportgen"


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The new document's bytes and what was done."""

    data: bytes
    report: Report
    language: str


def refresh(document: Path, pack: Path, *, take_data: bool = False, track: bool = False) -> Refreshed:
    """The document brought up to the pack's dataset; nothing is written.

    Raises ``ReportgenError`` for a document without lineage, a data book, a pack that does not build it, errors in the data.
    """
    edited = Package.open(document)
    if customxml.read(edited, LINEAGE_ITEM) is None:
        raise _no_lineage(document.name)
    carried = lineage_of(customxml.read(edited, LINEAGE_ITEM), document.name)
    edition, template = _edition_of(carried, pack, document.name)
    now = Package.open(fill_template(edition, template, lineage=True).data)
    report = Report(document.name)
    fresh = lineage_of(customxml.read(now, LINEAGE_ITEM), document.name)
    _name_figures(report, carried, fresh)
    if edited.extension.startswith(("xls", "xlt")):
        from reportgen.living.refresh.workbook import refresh_workbook

        refresh_workbook(edited, now, carried, fresh, report, take_data=take_data, track=track)
    else:
        _refresh_word(edited, now, carried, fresh, edition, report, take_data=take_data, track=track)
    return Refreshed(edited.save(), report, edition.language)


def _refresh_word(
    edited: Package,
    now: Package,
    carried: Carried,
    fresh: Carried,
    edition: Edition,
    report: Report,
    *,
    take_data: bool,
    track: bool,
) -> None:
    from reportgen.living.refresh.carrying import Carrier
    from reportgen.living.refresh.charts import refresh_charts
    from reportgen.living.refresh.copies import Copies
    from reportgen.living.refresh.document import PartRefresh
    from reportgen.word.document_reading import story_parts
    from reportgen.word.locating import locate
    from reportgen.word.patching import Patch
    from reportgen.word.tracking import Tracking

    held = customxml.read(edited, WORDING_ITEM)
    if held is None:
        raise _no_wording(report.document)
    built = read_wording(held)
    copies = Copies(
        {figure.key: figure.value for figure in carried.figures.values()},
        {figure.key: figure.value for figure in fresh.figures.values()},
        take_data,
    )
    now_parts = story_parts(now)
    parts: list[PartRefresh] = []
    body: Patch | None = None
    for name, mine in _same_parts(list(built.parts), story_parts(edited)).items():
        now_name = _same_parts([name], now_parts).get(name)
        if now_name is None:
            continue
        xml, now_xml = edited.read(mine).decode("utf-8"), now.read(now_name).decode("utf-8")
        patch = Patch(xml, Tracking.of(xml, AUTHOR, made_at(edition.definition)) if track else None)
        is_body = mine == edited.main_part
        body = patch if is_body else body
        carrier = Carrier(now, edited, mine, now_name, now_xml)
        part = PartRefresh(mine, patch, carrier, report, copies, take_data, is_body)
        part.run(built.parts[name], locate(xml, mine), locate(now_xml, now_name))
        parts.append(part)
    copies.settle()
    if body is not None:
        contents = edition.charts(edition.vocabulary())
        refresh_charts(edited, now, built.charts, contents, body, report, take_data=take_data)
    for part in parts:
        edited.write(part.name, part.patch.result().encode("utf-8"))
    for item in (LINEAGE_ITEM, WORDING_ITEM):
        data = customxml.read(now, item)
        assert data is not None
        customxml.attach(edited, data, item)


def _same_parts(built: list[str], found: list[str]) -> dict[str, str]:
    """Parts by name; where another program named them anew, the body by its place."""
    pairs = {name: name for name in built if name in found}
    if built and built[0] not in pairs and found and "document" in built[0]:
        pairs[built[0]] = found[0]
    return pairs


def _edition_of(carried: Carried, pack: Path, file: str) -> tuple[Edition, Document]:
    """The edition of the pack that builds the document, and the document's definition."""
    subject = open_pack_or_data(pack)
    definition = subject.definition
    if definition is None:
        raise PackError(
            Bilingual(
                f"{pack} is a dataset, not a pack: give the pack that {file} was built from.",
                f"{pack} 是数据集而不是报告包：请给出生成 {file} 的报告包。",
            )
        )
    subject.refuse_errors(subject.findings)
    wanted = carried.about.get("document", "")
    for edition in editions(subject, (carried.language,)):
        for item in definition.documents:
            if edition.language in item.languages and item.output_for(edition.language) == wanted:
                return edition, _with_template(item, file)
    raise _not_of_pack(file, wanted, definition)


def _with_template(item: Document, file: str) -> Document:
    if item.template is None:
        raise ReportgenError(
            Bilingual(
                f"{file} is a data book, which is made whole from the data: build the pack again instead.",
                f"{file} 是数据手册，整体由数据生成：请直接重新生成报告包。",
            )
        )
    return item


def _not_of_pack(file: str, wanted: str, definition: PackDefinition) -> PackError:
    names = ", ".join(
        item.output_for(language) for item in definition.documents for language in item.languages
    )
    return PackError(
        Bilingual(
            f"The pack {definition.name} builds no {wanted or file}; it builds {names}: give the pack that {file} came from.",
            f"报告包 {definition.name} 不生成 {wanted or file}，只生成 {names}：请给出生成 {file} 的报告包。",
        )
    )


def _no_lineage(file: str) -> ReportgenError:
    return ReportgenError(
        Bilingual(
            f"{file} carries no lineage: it was built with --no-lineage, or saved by a program that drops it (LibreOffice does, "
            "from workbooks); build it anew.",
            f"{file} 不含数据沿袭信息：生成时用了 --no-lineage，或由会删除该信息的程序保存（如 LibreOffice 保存的工作簿）；请重新生成。",
        )
    )


def _no_wording(file: str) -> ReportgenError:
    return ReportgenError(
        Bilingual(
            f"{file} does not carry what it said when it was built: another program dropped it, or an earlier version built it; "
            "build the document anew.",
            f"{file} 未保存生成时的文字：已被其他程序删除，或由较早版本生成；请重新生成该文档。",
        )
    )


def _name_figures(report: Report, *carried: Carried) -> None:
    for lineage in carried:
        for figure in lineage.figures.values():
            report.labels[figure.key] = figure.label
            report.ids[figure.key] = figure.id
