"""Reasons and notes as a printed page says them: of sources and figures, not of datasets, codes and ids.

The analyst's wording of a reason (``reportgen figures``, findings, errors) names the dataset and its codes. In running text and under
tables the same reason speaks to a reader who knows neither.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.kinds.reasons import series_name
from reportgen.language import both, quantity_words
from reportgen.messages import Bilingual, Words

if TYPE_CHECKING:
    from reportgen.dataset.records import Dataset, Series

_PHRASES_EN = (
    (r"The dataset has no figure to measure the target on\.", "No published figure can be measured against the target."),
    (r"The dataset has no level(?= of | for )", "The sources used give no figure"),
    (r"No source in the dataset states", "None of the sources used states"),
    (r"The dataset has no such figure\.", "The sources used give no such figure."),
    (r"The dataset does not say what it is a part of\.", "The sources do not say what it is a part of."),
    (
        r"The numbers it rests on are given only as (.+), so the result cannot be bounded\.",
        r"The sources give the underlying figures only as \1, so it cannot be told.",
    ),
    (r"(.+) and (.+) are unlike periods\.", r"Figures for \1 and for \2 cannot be set against each other: they cover unlike periods."),
    (r", written after the kind, as in cagr:2020\.", "."),
    (r"A balance is taken of exports: .+", "No imports are given to set against the exports."),
    (r"the dataset's other conversions", "the other conversions"),
    (r"\bin the dataset\b", "in the sources"),
)  # fmt: skip
_PHRASES_ZH = (
    (r"数据集中没有可用于衡量该目标的数据。", "尚无可与该目标对照的公布数据。"),
    (r"数据集中没有来源公布", "所用来源均未公布"),
    (r"数据集中没有该数据。", "所用来源未提供该数据。"),
    (r"数据集中没有", "所用来源未公布"),
    (r"数据集未说明", "来源未说明"),
    (r"所依据的数值仅以(.+)表述，结果无法界定上下限。", r"来源对所依据的数值仅以\1表述，无法据以测算。"),
    (r"^需要在类型后写明起始时期，如 cagr:2020。", "需要有起始时期。"),
    (r"差额由出口指标计算，.+", "没有可与出口相抵的进口数据。"),
    (r"数据集中其他", "其他"),
)  # fmt: skip
_UNIT_CODE = re.compile(
    r"(?P<one>\b(?:per|one) )?(?<![A-Za-z_])(?P<code>[A-Z]{3}(?:_per_[A-Z]{3})?|percentage_points)(?![A-Za-z_])"
)


def in_print(words: Words, dataset: Dataset, series: Series | None = None) -> Bilingual:
    """The print wording of a reason or a note. ``series`` is the one it stands beside, which need not be named again."""
    words = both(words)
    en, zh = words.en, words.zh
    if series is not None:
        name = series_name(dataset, series)
        en, zh = en.replace(f" of {name.en}", ""), zh.replace(name.zh, "")
    for pattern, wording in _PHRASES_EN:
        en = re.sub(pattern, wording, en)
    for pattern, wording in _PHRASES_ZH:
        zh = re.sub(pattern, wording, zh)
    return Bilingual(_decoded(en, dataset, "en"), _decoded(zh, dataset, "zh"))


def _decoded(text: str, dataset: Dataset, language: str) -> str:
    """The text with the labels of scopes and the words of units instead of their codes."""
    for code in dataset.codes:
        label = code.label.in_language(language)
        if code.dimension == "scope" and label:
            quoted = f"“{label}”".replace("\\", r"\\")
            text = re.sub(rf"(?<!\w){re.escape(code.code)}(?!\w)", quoted, text, flags=re.ASCII)
    return _UNIT_CODE.sub(lambda match: _unit(match, language), text)


def _unit(match: re.Match[str], language: str) -> str:
    one, code = match["one"] or "", match["code"]
    words = quantity_words(language)
    return one + (words.one(code) if one else words.unit(code))
