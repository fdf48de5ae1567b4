"""The lineage that a finished document carries, asked without any dataset."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from reportgen.figures.recorded_figures import FigureRecord
from reportgen.figures.recorded_findings import RecordedFinding
from reportgen.figures.recorded_sources import RecordedSource
from reportgen.finished.document import FinishedDocument
from reportgen.finished.places import FigurePlace


class DocumentLineage:
    """Asked of a finished document, without any dataset."""

    def __init__(self, document: FinishedDocument) -> None:
        self._lineage, self._built = document.required_lineage(), document.built
        self._document = document

    @property
    def languages(self) -> tuple[str, ...]:
        return (self._lineage.language,)

    def findings_about(self, figures: Iterable[FigureRecord]) -> tuple[RecordedFinding, ...]:
        return self._lineage.findings

    def figures(self) -> Iterable[FigureRecord]:
        return self._lineage.figures.values()

    def figure(self, figure_id: str) -> FigureRecord | None:
        return self._lineage.figures.get(figure_id)

    def shown_as(self, text: str) -> list[str]:
        by_key, shown = self._lineage.by_key, self._built.figures if self._built else ()
        keys = dict.fromkeys(figure.key for figure in shown if figure.text.strip() == text)
        ids = [by_key[key].id for key in keys if key in by_key]
        ids += [figure.id for figure in self.figures() if text in figure.display.wordings]
        return list(dict.fromkeys(ids))

    @cached_property
    def places(self) -> tuple[FigurePlace, ...]:
        return (*self._document.figure_places(), *self._document.chart_places())

    def source(self, code: str) -> RecordedSource:
        return self._lineage.sources.get(code, RecordedSource(code))
