"""Where lineage is asked: a dataset, or a finished document alone, which carries its own and is opened only where there is one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reportgen.dataset.stores import Location, file_store, is_url
from reportgen.errors import ReportgenError
from reportgen.figures.recorded_figures import FigureRecord
from reportgen.figures.recorded_findings import RecordedFinding
from reportgen.figures.recorded_sources import RecordedSource
from reportgen.kinds.figure import FigureId
from reportgen.messages import Message

if TYPE_CHECKING:
    from reportgen.build.pack_or_data import PackOrData
    from reportgen.finished.document import FinishedDocument
    from reportgen.finished.places import FigurePlace


class LineageSource(Protocol):
    """What explains figures."""

    @property
    def languages(self) -> tuple[str, ...]: ...

    def findings_about(self, figures: Iterable[FigureRecord]) -> tuple[RecordedFinding, ...]:
        """At least those findings that concern any of ``figures``, their observations or targets."""
        ...

    def figures(self) -> Iterable[FigureRecord]:
        """Every figure it knows, those shown first."""
        ...

    def figure(self, figure_id: str) -> FigureRecord | None:
        """The figure of that id; ``None`` where it is not known. Raises ``ReportgenError`` for unknown codes."""
        ...

    def shown_as(self, text: str) -> list[str]:
        """Ids of the figures that a document shows in these very words, in its order."""
        ...

    @property
    def places(self) -> tuple[FigurePlace, ...]:
        """Where in a document the figures are; none in a dataset."""
        ...

    def source(self, code: str) -> RecordedSource:
        """What is recorded of a source."""
        ...


class DatasetLineage:
    """Asked of a pack or a dataset."""

    def __init__(self, asked: PackOrData) -> None:
        self._asked = self._near = asked
        self._near_is_for = ""

    @property
    def languages(self) -> tuple[str, ...]:
        return self._asked.definition.languages if self._asked.definition else ()

    def findings_about(self, figures: Iterable[FigureRecord]) -> tuple[RecordedFinding, ...]:
        subjects = {name for one in figures for name in (one.id, one.observation, one.target) if name}
        return tuple(
            RecordedFinding.of(finding.lasting)
            for finding in self._near.findings
            if not subjects.isdisjoint(finding.subjects)
        )

    @cached_property
    def _known(self) -> dict[str, FigureRecord]:
        self._near = self._asked
        catalogue = self._asked.catalogue
        return {
            str(figure.id): FigureRecord.of(figure, catalogue, self._asked.style)
            for figure in catalogue.all()
        }

    def figures(self) -> Iterable[FigureRecord]:
        return self._known.values()

    def figure(self, figure_id: str) -> FigureRecord | None:
        try:
            FigureId.parse(figure_id)
        except ValueError:
            return None
        if not self._near_is_for:
            self._near, self._near_is_for = self._asked.near(figure_id), figure_id
        catalogue = self._near.catalogue
        if self._near is not self._asked and FigureId.parse(figure_id) not in catalogue.asked_for:
            self._near = self._asked  # another figure, not one that the first is made from
            catalogue = self._near.catalogue
        return FigureRecord.of(catalogue.get(figure_id), catalogue, self._asked.style)

    def shown_as(self, text: str) -> list[str]:
        return [figure.id for figure in self.figures() if text in figure.display.wordings]

    @property
    def places(self) -> tuple[FigurePlace, ...]:
        return ()

    def source(self, code: str) -> RecordedSource:
        return RecordedSource.of(self._asked.dataset.sources[code]).in_documents


def open_lineage(location: Location) -> LineageSource:
    """The lineage of the pack, dataset or finished document at ``location``. An .xlsx may be a dataset or a document."""
    if is_url(location):
        from reportgen.build.pack_or_data import open_readable

        return DatasetLineage(open_readable(location))
    path = Path(location)
    if (document := document_at(path)) is not None:
        from reportgen.living.document_lineage import DocumentLineage

        return DocumentLineage(document)
    if not path.exists():
        raise ReportgenError(Message("living.no-such-path", path=str(path)))
    from reportgen.build.pack_or_data import open_readable

    return DatasetLineage(open_readable(path))


def document_at(path: Path) -> FinishedDocument | None:
    """The finished document that a file is; ``None`` for a dataset, and for what is no file."""
    from reportgen.renderers import renderer_for

    if not path.is_file() or renderer_for(path.name) is None:
        return None
    from reportgen.finished.open_document import open_finished

    document = open_finished(path)
    return document if document.lineage is not None or file_store(path) is None else None
