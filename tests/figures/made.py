"""One-line figures, pages and vocabularies for the tests of this layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from reportgen.dataset import read
from reportgen.dataset.records import Dataset
from reportgen.figures.context import PackContext
from reportgen.figures.documents import MadeForDocuments, document_vocabulary
from reportgen.figures.presentation import Presentation
from reportgen.figures.vocabulary import Vocabulary
from reportgen.findings import Finding
from reportgen.kinds import Catalogue
from reportgen.kinds.figure import Figure, FigureId
from reportgen.periods import Period
from reportgen.record import replace
from reportgen.values import Bound
from tests.builders import dataset

REAL_DATA = Path(__file__).parents[2] / "data"
LEVEL = "cbec_trade/CN-CQ/2021/level"


def figure(
    value: str | None,
    precision: int = 7,
    unit: str = "CNY",
    qualifier: str = "eq",
    bound: str = "exact",
    id: str = LEVEL,
    **more: Any,
) -> Figure:
    """``figure("32210000000", 7)`` is 32.21 billion yuan."""
    number = None if value is None else Decimal(value)
    return Figure(FigureId.parse(id), number, unit, precision, Bound(bound), qualifier=qualifier, **more)


def page(data: str | Dataset, language: str = "en", **more: Any) -> Presentation:
    """A document over a dataset, given in one line or whole."""
    return Presentation(Catalogue(dataset(data) if isinstance(data, str) else data), language, **more)


def vocabulary(
    data: str | Dataset,
    language: str = "en",
    period: str = "2021",
    tables: Mapping[str, Any] | None = None,
    charts: Mapping[str, Any] | None = None,
    findings: Sequence[Finding] = (),
    made: MadeForDocuments | None = None,
    **more: Any,
) -> Vocabulary:
    """The vocabulary of a pack about CN-CQ at ``period``."""
    catalogue = Catalogue(dataset(data) if isinstance(data, str) else data)
    context = PackContext("Title", language, "CN-CQ", Period.parse(period), date(2024, 3, 31), **more)
    return document_vocabulary(catalogue, context, findings, tables, charts, made=made)


def real_data() -> Dataset:
    """The published figures that ship with reportgen."""
    return read(REAL_DATA)[0]


def replace_targets(data: Dataset, **fields: Any) -> Dataset:
    """The dataset with the same fields set in every target."""
    return replace(data, targets={name: replace(item, **fields) for name, item in data.targets.items()})
