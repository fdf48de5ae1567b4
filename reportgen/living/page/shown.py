"""What a page shows: documents of one pack in one language, their figures in order, sources, findings, revisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.build.pack_or_data import PackOrData
from reportgen.dataset.vintages import PRELIMINARY, REVISED
from reportgen.errors import ReportgenError
from reportgen.finished.document import FinishedDocument
from reportgen.finished.open_document import open_finished
from reportgen.living.pack_documents import documents_of
from reportgen.messages import Message
from reportgen.ooxml.properties import title_of
from reportgen.record import CachingRecord, Record, field, replace
from reportgen.renderers import renderer_for
from reportgen.values import Amount

if TYPE_CHECKING:
    from reportgen.dataset.records import Observation
    from reportgen.figures.recorded_figures import FigureRecord
    from reportgen.figures.recorded_findings import RecordedFinding
    from reportgen.figures.recorded_sources import RecordedSource


class Earlier(Record):
    """What was published for a figure before: the amount, the day and the source."""

    amount: Amount
    published: str
    source: str


class Revision(Record):
    """A figure that is preliminary, or revised, with what was published before where the data are at hand."""

    figure: FigureRecord
    earlier: tuple[Earlier, ...] = ()


class ShownPack(CachingRecord):
    """``heading`` holds title, subtitle, issuer and the like where the pack is at hand."""

    documents: tuple[FinishedDocument, ...]
    language: str
    name: str
    heading: dict[str, str] = field(default_factory=dict)
    superseded: dict[str, tuple[Earlier, ...]] = field(default_factory=dict)
    """By observation."""

    @cached_property
    def figures(self) -> dict[str, FigureRecord]:
        """The figures of all documents and what they were computed from, by key."""
        found: dict[str, FigureRecord] = {}
        for document in self.documents:
            for figure in document.required_lineage().figures.values():
                found.setdefault(figure.key, figure)
        return found

    @cached_property
    def by_id(self) -> dict[str, FigureRecord]:
        return {figure.id: figure for figure in self.figures.values()}

    @cached_property
    def sources(self) -> dict[str, RecordedSource]:
        found: dict[str, RecordedSource] = {}
        for document in self.documents:
            for code, source in document.required_lineage().sources.items():
                found.setdefault(code, source)
        return found

    @cached_property
    def findings(self) -> tuple[RecordedFinding, ...]:
        known = (finding for document in self.documents for finding in document.required_lineage().findings)
        found: dict[tuple[object, ...], RecordedFinding] = {}
        for finding in known:
            key = (finding.meaning, finding.place)
            before = found.get(key, finding)
            subjects = tuple(dict.fromkeys((*before.subjects, *finding.subjects)))
            found[key] = replace(finding, subjects=subjects)
        return tuple(found.values())

    def findings_of(self, figure: FigureRecord) -> list[RecordedFinding]:
        about = {figure.id, figure.observation, figure.target}
        return [finding for finding in self.findings if about & set(finding.subjects)]

    @property
    def cut_off(self) -> str:
        return self.documents[0].required_lineage().about.get("cut_off", "")

    @cached_property
    def revisions(self) -> tuple[Revision, ...]:
        found = []
        for figure in self.figures.values():
            earlier = self.superseded.get(figure.observation or "", ())
            if earlier or {PRELIMINARY, REVISED} & set(figure.statuses):
                found.append(Revision(figure, earlier))
        return tuple(found)


def shown_of_document(path: Path) -> ShownPack:
    """A finished document alone. Raises ``ReportgenError`` where it carries no lineage."""
    document = open_finished(path)
    lineage = document.required_lineage()
    heading = {"title": title_of(document.package)}
    return ShownPack((document,), lineage.language, lineage.about.get("pack", path.name), heading)


def shown_of_pack(path: Path, language: str | None) -> ShownPack:
    """The documents that a pack builds in ``language``, or in its first one. Raises as a build does."""
    from reportgen.build.build import open_pack
    from reportgen.build.edition import editions

    opened = open_pack(path, [language] if language else None)
    opened.refuse_errors(opened.findings)
    definition = opened.pack
    code = language or definition.languages[0]
    documents = documents_of(opened, code)
    if not documents:
        raise ReportgenError(Message("page.no-documents", pack=definition.name))
    context = next(editions(opened, [code])).context
    heading = {name: getattr(context, name) for name in ("marking", "title", "subtitle", "number", "issuer")}
    return ShownPack(documents, code, definition.name, heading, _superseded(opened))


def is_document(path: Path) -> bool:
    """Whether a page of the document itself is asked for, not of a pack."""
    return path.is_file() and renderer_for(path.name) is not None


def _superseded(opened: PackOrData) -> dict[str, tuple[Earlier, ...]]:
    known = opened.catalogue.known
    return {
        holding: tuple(found for item in items for found in _earlier(item, opened))
        for holding, items in known.superseded.items()
    }


def _earlier(item: Observation, opened: PackOrData) -> Iterator[Earlier]:
    sources = opened.dataset.sources
    cited: Sequence[str] = [
        one.source
        for one in opened.dataset.citations_by_subject.get(item.obs_id, ())
        if one.source in sources
    ]
    code = cited[0] if cited else ""
    published = sources[code].published if code else ""
    yield Earlier(Amount.of(item.quantity, item.unit), published, code)
