"""``refresh``: a document that people edited, brought up to the dataset of its pack."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.build.edition import Edition, editions, made_at
from reportgen.build.pack_or_data import open_pack_or_data
from reportgen.build.templates import fill_template
from reportgen.errors import PackError, ReportgenError
from reportgen.finished.document import FinishedDocument, FinishedText, FinishedWorkbook, open_finished
from reportgen.finished.matching import parts_of
from reportgen.finished.part import take_over
from reportgen.living.refresh.copied_figures import CopiedFigures
from reportgen.living.refresh.report import Report
from reportgen.living.refresh.sheets import refresh_workbook
from reportgen.living.refresh.word_charts import ChartRefresh
from reportgen.living.refresh.word_part import PartRefresh
from reportgen.messages import Message
from reportgen.word.figure_marks import carrier_in
from reportgen.word.patching import Patch
from reportgen.word.tracking import Tracking
from reportgen.word.transfer import Transfer

if TYPE_CHECKING:
    from reportgen.build.definition import Document
    from reportgen.finished.lineage import Lineage
    from reportgen.finished.snapshot import Snapshot

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
    edited = open_finished(document)
    if edited.lineage is None:
        raise ReportgenError(Message("living.refresh-needs-lineage", file=document.name))
    edition, template = _edition_of(edited.lineage, pack, document.name)
    now = open_finished(fill_template(edition, template, lineage=True).data, document.name)
    report = _report(document.name, edited, now)
    if isinstance(edited, FinishedWorkbook) and isinstance(now, FinishedWorkbook):
        if track:
            raise ReportgenError(Message("living.no-tracking-in-workbooks"))
        built = _built(edited, "workbook")
        refresh_workbook(edited, now, built, report, take_data=take_data)
    else:
        assert isinstance(edited, FinishedText)
        assert isinstance(now, FinishedText)
        built = _built(edited, "document")
        _refresh_text(edited, now, built, edition, report, take_data=take_data, track=track)
    take_over(edited.package, now.package)
    return Refreshed(edited.package.save(), report, edition.language)


def _refresh_text(
    edited: FinishedText,
    now: FinishedText,
    built: Snapshot,
    edition: Edition,
    report: Report,
    *,
    take_data: bool,
    track: bool,
) -> None:
    old, new = edited.required_lineage(), now.required_lineage()
    copies = CopiedFigures(
        report,
        {figure.key: figure.value for figure in old.figures.values()},
        {figure.key: figure.value for figure in new.figures.values()},
        take_data,
    )
    to_now = parts_of(list(built.parts), list(now.stories))
    parts: list[PartRefresh] = []
    body: Patch | None = None
    carrier = carrier_in(_xml(edited, edited.package.main_part))
    for name, mine in parts_of(list(built.parts), list(edited.stories)).items():
        if name not in to_now:
            continue
        xml, now_xml = _xml(edited, mine), _xml(now, to_now[name])
        tracking = Tracking.of(xml, AUTHOR, made_at(edition.definition)) if track else None
        patch = Patch(xml, tracking, carrier=carrier)
        is_body = mine == edited.package.main_part
        body = patch if is_body else body
        transfer = Transfer(now.package, edited.package, mine, to_now[name], now_xml)
        part = PartRefresh(mine, patch, transfer, report, copies, take_data, is_body)
        part.run(built.parts[name], edited.stories[mine], now.stories[to_now[name]])
        parts.append(part)
    copies.settle()
    if body is not None:
        contents = edition.charts(edition.vocabulary())
        main = next(iter(built.parts))
        charts = [chart for chart in built.charts if chart.place in ("", main)]
        ChartRefresh(edited, now, contents, body, report, take_data).run(charts)
    for part in parts:
        edited.package.write(part.name, part.patch.result().encode("utf-8"))


def _xml(document: FinishedDocument, part: str) -> str:
    return document.package.read(part).decode("utf-8")


def _built(edited: FinishedDocument, kind: str) -> Snapshot:
    if edited.built is None or not edited.built.is_whole:
        raise ReportgenError(Message(f"living.refresh-needs-snapshot-of-{kind}", file=edited.name))
    return edited.built


def _report(file: str, *documents: FinishedDocument) -> Report:
    """An empty report that knows what the figures are called."""
    report = Report(file)
    for document in documents:
        for figure in document.required_lineage().figures.values():
            report.labels[figure.key] = figure.label
            report.ids[figure.key] = figure.id
    return report


def _edition_of(lineage: Lineage, pack: Path, file: str) -> tuple[Edition, Document]:
    """The edition of the pack that builds the document, and the document's definition."""
    opened = open_pack_or_data(pack)
    definition = opened.definition
    if definition is None:
        raise PackError(Message("living.refresh-needs-pack", pack=str(pack), file=file))
    opened.refuse_errors(opened.findings)
    wanted = lineage.about.get("document", "")
    for edition in editions(opened, (lineage.language,)):
        for item in definition.documents:
            if edition.language in item.languages and definition.output_of(item, edition.language) == wanted:
                if item.template is None:
                    raise ReportgenError(Message("living.databook-is-not-refreshed", file=file))
                return edition, item
    built = tuple(
        definition.output_of(item, language) for item in definition.documents for language in item.languages
    )
    raise PackError(
        Message("living.not-of-pack", pack=definition.name, document=wanted or file, built=built, file=file)
    )
