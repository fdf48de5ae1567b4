"""Auditing a finished, hand-edited document: does it still agree with the data it was built from?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from reportgen.build.pack_file import is_pack
from reportgen.errors import ReportgenError
from reportgen.figures.recorded_figures import FigureRecord
from reportgen.findings import Finding
from reportgen.finished.document import FinishedDocument
from reportgen.finished.lineage import DatasetNames
from reportgen.finished.lines import FinishedLines, carries_no_lineage, read_lines
from reportgen.finished.open_document import open_finished
from reportgen.finished.places import FigurePlace
from reportgen.living.audit.backing import Backing, amounts_in, by_key
from reportgen.living.audit.freshness import check_freshness
from reportgen.living.audit.released import check_released, release_record
from reportgen.living.document_formats import audited_format
from reportgen.living.own_period import open_for
from reportgen.living.pack_documents import original_of
from reportgen.living.refresh.adopting import adopted
from reportgen.messages import FALLBACK, Announce, Message
from reportgen.ooxml.files import read_file
from reportgen.record import Record, replace
from reportgen.renderers import renderer_for

if TYPE_CHECKING:
    from reportgen.build.latest import AskedPeriod
    from reportgen.build.pack_or_data import PackOrData
    from reportgen.values import Amount

Tracked = Literal["accepted", "rejected"]


class Audit(Record):
    """What an audit found, in the order of the document; ``language`` is the document's."""

    findings: tuple[Finding, ...]
    language: str
    document: FinishedDocument | FinishedLines
    figures: int
    """How many figures are in the document."""

    def with_(self, findings: tuple[Finding, ...]) -> Audit:
        """The same audit with these findings alone."""
        return replace(self, findings=findings)


def audit(
    document: Path,
    *,
    pack: Path | None = None,
    period: AskedPeriod | None = None,
    tracked: Tracked = "accepted",
    step: Announce = lambda _: None,
) -> Audit:
    """Audit the .docx or .xlsx at ``document``, or a text, of which the words are all there is.

    ``pack`` (a pack or a dataset) adds the data of today: figures revised since are found, and numbers that people took
    from the dataset by hand are backed. A copy without lineage of a document that the pack builds is held against that.
    The pack is read at the document's own period, or at ``period``.
    ``tracked``: tracked changes read as accepted or as rejected.
    Raises ``ReportgenError`` where the document carries no lineage and no pack is given.
    """
    finished = (
        read_lines(document)
        if carries_no_lineage(document.name)
        else open_finished(document, tracked=tracked)
    )
    if period is not None and (pack is None or not is_pack(pack)):
        raise ReportgenError(Message("living.period-needs-pack", file=document.name))
    released = tuple(check_released(document))
    if pack is None and finished.lineage is None and release_record(document).is_file():
        return Audit(released, FALLBACK, finished, 0)  # all that is known of a released copy
    today = open_for(finished, pack, period) if pack is not None else None
    step(document.name)
    if today is not None and today.definition is not None and not isinstance(finished, FinishedLines):
        finished = _with_lineage(finished, today)
    backing = _backing(finished, today)
    present = finished.figure_places(whole=True)
    form = audited_format(finished)
    findings = [*form.check(finished, backing), *released]
    findings += _freshness(backing, today, present, finished.name)
    ordered = tuple(sorted(dict.fromkeys(findings), key=form.order(finished)))
    return Audit(ordered, backing.language, finished, len(present))


def annotated(audit: Audit, document: Path, language: str) -> bytes:
    """``document`` with a comment, or a note on a cell, at the place of each finding."""
    renderer = renderer_for(audit.document.suffix)
    assert renderer is not None
    return renderer.annotate(read_file(document), audit.findings, language)


def _with_lineage(document: FinishedDocument, today: PackOrData) -> FinishedDocument:
    """The document; one that lost its lineage, or was released without it, with that of the document the pack builds."""
    original = original_of(document, today) if document.lineage is None else None
    return document if original is None else adopted(document, original)


# ---- what the document is held against ---------------------------------------------------------------------


def _backing(document: FinishedDocument | FinishedLines, today: PackOrData | None) -> Backing:
    """What the document says of itself, and what the dataset of today knows besides."""
    built = document.built
    if today is None:
        lineage = document.required_lineage()
        return Backing(lineage.language, by_key(lineage.figures.values()), lineage=lineage, built=built)
    catalogue = today.catalogue
    known = by_key(FigureRecord.of(figure, catalogue, today.style) for figure in catalogue.all())
    words, amounts = _words_of(today), _amounts_of(today, known)
    names = DatasetNames.of(today.dataset)
    own = document.lineage
    if own is None:
        language = today.definition.languages[0] if today.definition else FALLBACK
        return Backing(language, known, words=words, amounts=amounts, others_names=names, style=today.style)
    return Backing(
        own.language, by_key(own.figures.values()), known, own, built, words, amounts, names, today.style
    )


def _freshness(
    backing: Backing, today: PackOrData | None, present: Sequence[FigurePlace], file: str
) -> Iterator[Finding]:
    lineage = backing.lineage
    if today is None or lineage is None:
        return
    known = dict(backing.others)
    for key in {one.key for one in present} - known.keys():
        figure = lineage.by_key.get(key)
        if figure is not None:  # some computed figures are not listed, but can be asked for
            known |= _asked_for(today, figure.id)
    yield from check_freshness(lineage, known, today.catalogue.dataset.fingerprint, present, file)


def _asked_for(today: PackOrData, figure_id: str) -> Mapping[str, FigureRecord]:
    try:
        return by_key([FigureRecord.of(today.catalogue.get(figure_id), today.catalogue, today.style)])
    except (ReportgenError, ValueError):
        return {}


def _words_of(today: PackOrData) -> tuple[str, ...]:
    """The dataset's own words: labels, notes, sources."""
    dataset = today.dataset
    words = [item.label for item in dataset.areas.values()]
    words += [item.label for item in dataset.codes]
    words += [item.label for item in dataset.indicators.values()]
    words += [item.note for item in dataset.breaks]
    words += [item.note for item in dataset.observations.values()]
    words += [item.note for item in dataset.targets.values()]
    texts = [text for said in words for text in said.wordings]
    for source in dataset.sources.values():
        texts += [source.title, source.url, *source.label.wordings, *source.translated.wordings]
    return tuple(dict.fromkeys(texts))


def _amounts_of(today: PackOrData, known: Mapping[str, FigureRecord]) -> tuple[Amount, ...]:
    """What the dataset's findings, and the notes on figures, speak of."""
    said = [*today.findings, *(words for figure in known.values() for words in (figure.note, figure.reason))]
    return tuple(dict.fromkeys(amounts_in(said)))
