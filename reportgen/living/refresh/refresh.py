"""``refresh``: a document that people edited, brought up to the dataset of its pack."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.build.build import filled_document
from reportgen.build.definition import read_definition
from reportgen.build.edition import Edition, editions, made_at
from reportgen.build.latest import AskedPeriod
from reportgen.build.pack_file import is_pack
from reportgen.build.pack_or_data import PackOrData, open_pack_or_data
from reportgen.errors import PackError, ReportgenError
from reportgen.finished.lineage_part import take_over
from reportgen.finished.open_document import open_finished
from reportgen.living.document_formats import living_format
from reportgen.living.refresh.adopting import adopted
from reportgen.living.refresh.decisions import Decisions
from reportgen.living.refresh.leftovers import left_over, up_to_date
from reportgen.living.refresh.reading_list import ReadingList
from reportgen.living.refresh.report import Report
from reportgen.living.refresh.rolling import period_of, rolls
from reportgen.messages import Message
from reportgen.ooxml.properties import Properties, set_properties, title_of
from reportgen.periods import Period
from reportgen.record import Record, replace
from reportgen.renderers import renderer_for

if TYPE_CHECKING:
    from reportgen.build.definition import Document, PackDefinition
    from reportgen.finished.lineage import Lineage
    from reportgen.ooxml import Package


class Refreshed(Record):
    """The new document's bytes and what was done."""

    data: bytes
    report: Report
    language: str


def refresh(
    document: Path,
    pack: Path,
    *,
    track: bool = False,
    period: AskedPeriod | None = None,
    decisions: Decisions | None = None,
    original: Path | None = None,
    other: Path | None = None,
    name: str = "",
) -> Refreshed:
    """The document brought up to the pack's dataset; nothing is written. ``name`` is what it will be called (as it is now).

    ``period`` takes it to another period than the pack's. Of a pack that follows its data the document keeps its own
    otherwise. ``decisions`` settle conflicts; without them all are the person's. ``original`` is the document as it was built, from which one that lost its lineage is adopted again; ``other``
    another person's copy of the same build, whose changes come in too. Raises ``ReportgenError`` for a document without lineage, a data book, a pack that does not build it, errors
    in the data, and whatever stops a build of it.
    """
    decisions = decisions or Decisions()
    edited = open_finished(document)
    if original is not None:
        edited = adopted(edited, open_finished(original))
    if edited.lineage is None:
        raise ReportgenError(Message("living.refresh-needs-lineage", file=document.name))
    opened, edition, template = _edition_of(edited.lineage, pack, document.name, period)
    today = filled_document(opened, edition, template)
    now = open_finished(today.data, document.name)
    name = name or document.name
    report = Report(name, edited.language)
    report.know(edited.required_lineage(), now.required_lineage())
    form = living_format(edited)
    if other is not None:
        edited = form.merged(edited, open_finished(other), report, decisions)
    tracked_at = made_at(edition.definition) if track else None
    built = form.require_snapshot(edited)
    edited = form.refreshed(edited, now, built, report, decisions, drawn=today.drawn, tracked_at=tracked_at)
    old, new = edited.required_lineage(), now.required_lineage()
    take_over(edited.package, now.package)
    if rolls(old, new):
        _retitle(edited.package, edition, period_of(old))
    data = edited.package.save()
    result = open_finished(data, name)
    report.kept += [decisions.settled(kept) for kept in left_over(result, now, old, report)]
    report.up_to_date = up_to_date(result, now)
    if rolls(old, new):
        reading = ReadingList(old, new, built)
        settled = [kept.edited.strip() for kept in report.conflicts]
        report.to_read += reading.of(result, now, settled)
    return Refreshed(data, report, edition.language)


def _retitle(package: Package, edition: Edition, before: Period) -> None:
    """The title in the document's properties, where it is still the one that the period before gave it."""
    was = replace(edition, definition=replace(edition.definition, stated_period=before)).context
    now = edition.context
    if title_of(package) == was.title:
        set_properties(package, Properties(title=now.title, subject=now.subtitle))


def annotated_refresh(refreshed: Refreshed, name: str) -> bytes:
    """The refreshed document with a comment (a note on the cell) at all that is left to people."""
    renderer = renderer_for(name)
    assert renderer is not None
    return renderer.annotate(refreshed.data, refreshed.report.findings, refreshed.language)


def _edition_of(
    lineage: Lineage, pack: Path, file: str, period: AskedPeriod | None
) -> tuple[PackOrData, Edition, Document]:
    """The edition of the pack that builds the document, and the document's definition."""
    opened = _opened(lineage, pack, file, period)
    definition = opened.pack
    opened.refuse_errors(opened.findings)
    wanted = lineage.about.get("document", "")
    for edition in editions(opened, (lineage.language,)):
        if item := _named(wanted, definition, lineage):
            if item.template is None:
                raise ReportgenError(Message("living.databook-is-not-refreshed", file=file))
            return opened, edition, item
    built = tuple(
        definition.output_of(item, language) for item in definition.documents for language in item.languages
    )
    raise PackError(
        Message("living.not-of-pack", pack=definition.name, document=wanted or file, built=built, file=file)
    )


def _opened(lineage: Lineage, pack: Path, file: str, period: AskedPeriod | None) -> PackOrData:
    """The pack at the period asked for, else at the document's own where the pack follows its data; for the document's area."""
    own = lineage.about.get("period")
    definition = None if pack.exists() and not is_pack(pack) else read_definition(pack)
    if definition is None:
        raise PackError(Message("living.refresh-needs-pack", pack=str(pack), file=file))
    if period is None and own and definition.stated_period is None:
        period = period_of(lineage)
    opened = open_pack_or_data(pack, period)
    area = lineage.about.get("ref_area", opened.pack.ref_area)
    if area != opened.pack.ref_area and area in opened.dataset.areas:
        opened = replace(opened, definition=replace(opened.pack, ref_area=area, for_each="ref_area"))
    return opened


def _named(wanted: str, definition: PackDefinition, lineage: Lineage) -> Document | None:
    """The document of that name; of names that hold the period, at the document's own."""
    language = lineage.language
    if own := lineage.about.get("period"):
        definition = replace(definition, stated_period=Period.parse(own))
    items = (item for item in definition.documents if language in item.languages)
    return next((item for item in items if definition.output_of(item, language) == wanted), None)
