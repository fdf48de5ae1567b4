"""The lineage that a finished document carries, read back: its figures, sources, findings, and what stood where when it
was built. Nothing else is needed to say where a number comes from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reportgen.errors import PackageError, ReportgenError
from reportgen.figures.labels import figure_label
from reportgen.figures.listing import listed
from reportgen.findings import Finding, Place, Severity
from reportgen.finished.as_built import NO_VALUE
from reportgen.finished.lineage import tag
from reportgen.kinds.figure import FigureId
from reportgen.messages import Bilingual
from reportgen.ooxml.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.kinds import Catalogue
    from reportgen.kinds.figure import Figure


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """A figure as a document's lineage or a dataset knows it. ``value`` is in base units, at full precision."""

    id: str
    key: str
    value: Decimal | None
    unit: str
    precision: int
    bound: str
    qualifier: str
    state: str
    display: Bilingual
    label: Bilingual
    record: Mapping[str, Any]
    """Everything known, in the form of :func:`reportgen.figures.listing.listed`."""

    @property
    def kind(self) -> str:
        return self.id.split("/")[3].split(":")[0].split("@")[0]

    @property
    def period(self) -> str:
        return self.id.split("/")[2]

    @property
    def indicator(self) -> str:
        return self.id.split("/")[0]

    @property
    def statements(self) -> list[str]:
        return [str(item["statement"]) for item in self.record["citations"]]

    @classmethod
    def of(cls, record: Mapping[str, Any], label: Bilingual) -> KnownFigure:
        value = record.get("value")
        return cls(
            str(record["id"]), str(record["key"]), None if value in (None, "") else Decimal(str(value)),
            str(record.get("unit") or ""), int(record.get("precision") or 0), str(record.get("bound") or "exact"),
            str(record.get("qualifier") or "eq"), str(record.get("state") or ""),
            Bilingual(str(record.get("display_en") or ""), str(record.get("display_zh") or "")), label, record,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a figure stood when the document was built, and what was written there.

    In Word ``part`` and ``paragraph`` (and ``table``, ``row``, ``cell``, counted from 1) with the words ``before`` and
    ``after``; in Excel the cell's hidden ``name`` with ``sheet``, ``ref``, its ``kind`` and number ``format``. ``label``
    is the first text of the row.
    """

    key: str
    text: str
    part: str = ""
    paragraph: int = 0
    before: str = ""
    after: str = ""
    table: int = 0
    row: int = 0
    cell: int = 0
    label: str = ""
    name: str = ""
    sheet: str = ""
    ref: str = ""
    kind: str = ""
    format: str = ""


@dataclass(frozen=True, slots=True)
class ChartAsBuilt:
    """A chart's series when the document was built: name and values of each."""

    place: str
    series: tuple[tuple[str, tuple[Decimal | None, ...]], ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """The lineage of one document. ``about`` says pack, language, cut-off date, dataset."""

    about: Mapping[str, str]
    figures: Mapping[str, KnownFigure]
    """By id."""
    sources: Mapping[str, Mapping[str, str]]
    findings: tuple[Finding, ...]
    words: tuple[str, ...]
    shown: tuple[Shown, ...]
    charts: tuple[ChartAsBuilt, ...]
    numbers: Mapping[str, tuple[Decimal | None, ...]]
    """What the blocks of plain numbers of a workbook held, by the block's hidden name."""

    @property
    def language(self) -> str:
        return self.about.get("language", "en")

    @property
    def by_key(self) -> dict[str, KnownFigure]:
        return {figure.key: figure for figure in self.figures.values()}


def read_lineage(data: bytes) -> Carried:
    """Read the bytes of a document's lineage part. Raises ``PackageError`` where it is damaged."""
    root = parse(data, "lineage").root
    try:
        figures = [_figure(element) for element in root.iterfind(tag("figure"))]
        return Carried(
            about={str(name): str(text) for name, text in root.attrib.items()},
            figures={figure.id: figure for figure in figures},
            sources={
                element.get("id") or "": {str(key): str(text) for key, text in element.attrib.items()}
                for element in root.iterfind(tag("source"))
            },
            findings=tuple(_finding(element) for element in root.iterfind(tag("finding"))),
            words=tuple(element.text or "" for element in root.iterfind(tag("words"))),
            shown=tuple(_shown(element) for element in root.iterfind(tag("shown"))),
            charts=tuple(_chart(element) for element in root.iterfind(tag("chart"))),
            numbers={
                (element.get("name") or ""): tuple(_values(element))
                for element in root.iterfind(tag("numbers"))
            },
        )
    except (ValueError, KeyError, ArithmeticError) as error:
        raise PackageError(
            Bilingual(
                "The lineage inside the document is damaged; build the document anew, or give --pack.",
                "文档中的数据沿袭信息已损坏；请重新生成文档，或用 --pack 指定报告包。",
            )
        ) from error


def lineage_of(data: bytes | None, file: str) -> Carried:
    """The lineage that a document carries; an error that says what to do where it carries none."""
    if data is None:
        raise ReportgenError(
            Bilingual(
                f"{file} carries no lineage: it was built with --no-lineage, or another program dropped it; "
                "give the pack it was built from.",
                f"{file} 不含数据沿袭信息：生成时用了 --no-lineage，或被其他程序删除；请指定生成它的报告包。",
            )
        )
    return read_lineage(data)


def known_from(catalogue: Catalogue, figures: Sequence[Figure]) -> dict[str, KnownFigure]:
    """The same knowledge from a dataset, by id."""
    found = {}
    for figure in figures:
        label = Bilingual(
            figure_label(figure, catalogue.dataset, "en"), figure_label(figure, catalogue.dataset, "zh")
        )
        found[str(figure.id)] = KnownFigure.of(listed(figure, catalogue), label)
    return found


def _figure(element: _Element) -> KnownFigure:
    record: dict[str, Any] = {str(name): str(text) for name, text in element.attrib.items()}
    for name in ("formula", "note_en", "note_zh", "scope", "state", "status"):
        record.setdefault(name, "")
    for name in ("value", "observation", "target", "reason_en", "reason_zh"):
        record.setdefault(name, None)
    known = FigureId.parse(record["id"])
    record |= {
        "indicator": known.series.indicator, "ref_area": known.series.ref_area, "breakdown": known.series.breakdown,
        "counterpart_area": known.series.counterpart_area, "period": str(known.period), "kind": known.kind.value,
        "precision": int(record.get("precision", "0")), "comparable": record.get("comparable") == "True",
        "reason": record["reason_en"],
    }  # fmt: skip
    record["inputs"] = [found.get("id") or "" for found in element.iterfind(tag("input"))]
    record["citations"] = [
        {"source": found.get("source") or "", "role": found.get("role") or "", "statement": found.text or ""}
        for found in element.iterfind(tag("citation"))
    ]
    return KnownFigure.of(record, Bilingual(record.pop("label_en", ""), record.pop("label_zh", "")))


def _finding(element: _Element) -> Finding:
    row = element.get("row")
    return Finding(
        element.get("code") or "",
        Severity(element.get("severity") or "note"),
        Bilingual(element.get("what_en") or "", element.get("what_zh") or ""),
        Bilingual(element.get("remedy_en") or "", element.get("remedy_zh") or ""),
        Place(
            file=element.get("file") or None,
            row=int(row) if row else None,
            column=element.get("column") or None,
        ),
        tuple(found.get("id") or "" for found in element.iterfind(tag("subject"))),
    )


def _shown(element: _Element) -> Shown:
    known = {str(name): str(text) for name, text in element.attrib.items()}
    counts = {name: int(known.pop(name, "0") or 0) for name in ("paragraph", "table", "cell")}
    row = int(known.pop("row", "0") or 0)
    known.setdefault("text", "")
    fields = set(Shown.__slots__)
    return Shown(**{name: text for name, text in known.items() if name in fields}, **counts, row=row)  # type: ignore[arg-type]


def _chart(element: _Element) -> ChartAsBuilt:
    series = tuple(
        (found.get("name") or "", tuple(_values(found))) for found in element.iterfind(tag("series"))
    )
    return ChartAsBuilt(element.get("place") or "", series)


def _values(element: _Element) -> Iterator[Decimal | None]:
    for text in (element.text or "").split():
        yield None if text == NO_VALUE else Decimal(text)
