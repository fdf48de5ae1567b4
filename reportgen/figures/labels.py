"""What a series, an area or a figure is called in running text and in tables."""

from __future__ import annotations

from reportgen.dataset.names import area_name, label_of, series_name
from reportgen.dataset.records import Dataset, Series
from reportgen.kinds.declaration import declaration_of
from reportgen.kinds.figure import Figure, Kind
from reportgen.kinds.id_codes import Codes
from reportgen.language import kind_name, language


def indicator_label(series: Series, dataset: Dataset, code: str) -> str:
    """The indicator with its breakdown and partner: ``Relief goods (medical supplies; Wuhan)``, ``支援物资重量（医疗物资；武汉市）``."""
    return language(code).labels.indicator(series_name(dataset, series))


def breakdown_label(series: Series, dataset: Dataset, code: str) -> str:
    """The breakdown alone, for a row under its whole: ``Physical goods``."""
    return language(code).labels.part(series_name(dataset, series))


def code_label(dimension: str, code: str, dataset: Dataset, language: str) -> str:
    """The label of a breakdown, scope or partner code, or the code itself where the dataset lists none."""
    return label_of(dataset, dimension, code).in_language(language)


def area_label(ref_area: str, dataset: Dataset, code: str) -> str:
    """The area's name: ``Chongqing``, ``重庆市``, 全国 for the nation in Chinese."""
    return language(code).labels.area(area_name(dataset, ref_area))


def series_phrase(series: Series, dataset: Dataset, code: str) -> str:
    """Area and indicator as a sentence says them: ``Chongqing's online retail sales``, ``重庆市网上零售额``."""
    return language(code).labels.series(series_name(dataset, series))


def series_label(series: Series, dataset: Dataset, code: str) -> str:
    """What the figures of a series are called before their kind: ``Exports, Chongqing``, ``重庆市出口额``."""
    return language(code).labels.title(series_name(dataset, series))


def series_named(figure: Figure, dataset: Dataset) -> Series:
    """The series whose name a figure has: its own, but of a rate that is implied for the other side of a difference that side's."""
    if figure.id.base and declaration_of(figure.id.kind).of_other_side:
        return Codes(dataset).read_base(figure.id).series(figure.id.series)
    return figure.id.series


def figure_label(figure: Figure, dataset: Dataset, code: str) -> str:
    """The whole name of a figure: indicator, area, kind: ``Exports, Chongqing: year-on-year growth``."""
    kind = "" if figure.id.kind is Kind.LEVEL else kind_name(figure.id.kind.value, code)
    return language(code).labels.title(series_name(dataset, series_named(figure, dataset)), kind)
