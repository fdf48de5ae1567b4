"""Where lineage is asked: a dataset, or a finished document alone, which carries its own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reportgen.errors import ReportgenError
from reportgen.findings import Finding
from reportgen.finished.carried import Carried, KnownFigure, known_from, lineage_of
from reportgen.kinds.figure import FigureId
from reportgen.messages import Bilingual

if TYPE_CHECKING:
    from reportgen.build.pack_or_data import PackOrData

DOCUMENTS = (".docx", ".docm", ".xlsx", ".xlsm")


class LineageSource(Protocol):
    """What explains figures."""

    @property
    def languages(self) -> tuple[str, ...]: ...

    @property
    def findings(self) -> tuple[Finding, ...]: ...

    def figures(self) -> Iterable[KnownFigure]:
        """Every figure it knows, those shown first."""
        ...

    def figure(self, figure_id: str) -> KnownFigure | None:
        """The figure of that id; ``None`` where it is not known. Raises ``ReportgenError`` for unknown codes."""
        ...

    def shown_as(self, text: str) -> list[str]:
        """Ids of the figures that a document shows in these very words, in its order."""
        ...

    def source_name(self, code: str) -> str:
        """Author, title, publisher and date of a source."""
        ...


class DatasetLineage:
    """Asked of a pack or a dataset."""

    def __init__(self, subject: PackOrData) -> None:
        self._subject = subject

    @property
    def languages(self) -> tuple[str, ...]:
        return self._subject.definition.languages if self._subject.definition else ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._subject.findings

    @cached_property
    def _known(self) -> dict[str, KnownFigure]:
        catalogue = self._subject.catalogue
        return known_from(catalogue, catalogue.all())

    def figures(self) -> Iterable[KnownFigure]:
        return self._known.values()

    def figure(self, figure_id: str) -> KnownFigure | None:
        try:
            FigureId.parse(figure_id)
        except ValueError:
            return None
        catalogue = self._subject.catalogue
        return next(iter(known_from(catalogue, [catalogue.get(figure_id)]).values()))

    def shown_as(self, text: str) -> list[str]:
        return [figure.id for figure in self.figures() if text in (figure.display.en, figure.display.zh)]

    def source_name(self, code: str) -> str:
        source = self._subject.dataset.sources[code]
        return _name(source.author, source.title or source.label.en, source.publisher, source.published)


class DocumentLineage:
    """Asked of a finished document, without any dataset."""

    def __init__(self, carried: Carried) -> None:
        self._carried = carried

    @property
    def languages(self) -> tuple[str, ...]:
        return (self._carried.language,)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._carried.findings

    def figures(self) -> Iterable[KnownFigure]:
        return self._carried.figures.values()

    def figure(self, figure_id: str) -> KnownFigure | None:
        return self._carried.figures.get(figure_id)

    def shown_as(self, text: str) -> list[str]:
        by_key = self._carried.by_key
        keys = dict.fromkeys(shown.key for shown in self._carried.shown if shown.text.strip() == text)
        ids = [by_key[key].id for key in keys if key in by_key]
        ids += [figure.id for figure in self.figures() if text in (figure.display.en, figure.display.zh)]
        return list(dict.fromkeys(ids))

    def source_name(self, code: str) -> str:
        source = self._carried.sources.get(code, {})
        title = source.get("title") or source.get("label_en") or code
        return _name(
            source.get("author", ""), title, source.get("publisher", ""), source.get("published", "")
        )


def is_document(path: Path) -> bool:
    """Whether the path is a finished document rather than a pack or a dataset (an .xlsx may be either)."""
    if path.suffix.lower() not in DOCUMENTS or not path.is_file():
        return False
    return path.suffix.lower() in (".docx", ".docm") or _carried_bytes(path) is not None


def open_lineage(path: Path) -> LineageSource:
    """The lineage of the pack, dataset or finished document at ``path``."""
    if is_document(path):
        return DocumentLineage(lineage_of(_carried_bytes(path), path.name))
    if not path.exists():
        raise ReportgenError(
            Bilingual(f"There is no {path}: check the path.", f"找不到 {path}：请检查路径。")
        )
    from reportgen.build.pack_or_data import open_readable

    return DatasetLineage(open_readable(path))


def _carried_bytes(path: Path) -> bytes | None:
    from reportgen.finished.lineage import NAMESPACE
    from reportgen.ooxml import Package, customxml

    return customxml.read(Package.open(path), customxml.item_id(NAMESPACE))


def _name(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
