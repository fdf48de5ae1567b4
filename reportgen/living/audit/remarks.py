"""What an audit may remark: one entry for each code, in both languages. Codes are stable; wordings are changed here."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.findings import Finding, Place, Severity
from reportgen.language import both, say
from reportgen.messages import Bilingual, Words


@dataclass(frozen=True, slots=True)
class Remark:
    """The wording of one code; what stands in braces is filled in."""

    severity: Severity
    what: Words
    remedy: Words


def _error(en: str, zh: str, remedy_en: str, remedy_zh: str) -> Remark:
    return Remark(Severity.ERROR, Bilingual(en, zh), Bilingual(remedy_en, remedy_zh))


def _warning(en: str, zh: str, remedy_en: str, remedy_zh: str) -> Remark:
    return Remark(Severity.WARNING, Bilingual(en, zh), Bilingual(remedy_en, remedy_zh))


def _note(en: str, zh: str, remedy_en: str, remedy_zh: str) -> Remark:
    return Remark(Severity.NOTE, Bilingual(en, zh), Bilingual(remedy_en, remedy_zh))


REMARKS: dict[str, Remark] = {
    "figure-retyped": _error(
        "“{text}” stands where the data say {expected}: {label}.",
        "此处写“{text}”，而数据为{expected}：{label}。",
        "Put {expected} back, or correct the data and refresh.", "请改回{expected}，或更正数据后刷新文档。",
    ),
    "figure-unit": _error(
        "“{text}” has another unit than the figure, which is {expected}: {label}.",
        "“{text}”的单位与数据不符，数据为{expected}：{label}。",
        "Write {expected}.", "请写作{expected}。",
    ),
    "figure-rounding": _error(
        "“{text}” is not {expected} rounded half up: {label}.",
        "“{text}”不是{expected}四舍五入的结果：{label}。",
        "Write {expected}, or round it right.", "请写作{expected}，或正确取舍。",
    ),
    "figure-without-number": _error(
        "“{text}” stands where {expected} should: {label}.",
        "此处写“{text}”，应为{expected}：{label}。",
        "Put the number back, or delete the sentence.", "请恢复该数字，或删去该句。",
    ),
    "percent-for-points": _error(
        "“{text}” says percent of a difference in percentage points, {expected}: {label}.",
        "“{text}”用了百分号，而该差额应以百分点表示，即{expected}：{label}。",
        "Write {expected}.", "请写作{expected}。",
    ),
    "points-for-percent": _error(
        "“{text}” says percentage points of a percentage, {expected}: {label}.",
        "“{text}”用了百分点，而该数为百分数，即{expected}：{label}。",
        "Write {expected}.", "请写作{expected}。",
    ),
    "qualifier-lost": _error(
        "“{text}” has lost its qualifier: the data say {expected}: {label}.",
        "“{text}”丢失了限定词，数据为{expected}：{label}。",
        "Write {expected}.", "请写作{expected}。",
    ),
    "qualifier-not-backed": _error(
        "“{words}” before “{text}” is more than the data say, {expected}: {label}.",
        "“{text}”前的“{words}”超出了数据所述（{expected}）：{label}。",
        "Leave “{words}” out.", "请删去“{words}”。",
    ),
    "word-against-sign": _error(
        "“{words}” stands beside {text}, but the figure points the other way ({expected}): {label}.",
        "“{words}”与数字{text}的方向相反（{expected}）：{label}。",
        "Turn the word round.", "请改正方向用词。",
    ),
    "figure-vanished": _warning(
        "{expected} no longer stands in the text after this place: {label}.",
        "此处之后原有的{expected}已不在文中：{label}。",
        "Put it back if it was deleted by mistake.", "如系误删，请恢复。",
    ),
    "row-vanished": _warning(
        "The row “{row}” is gone from the table, and with it {expected}.",
        "表中“{row}”一行已被删除，其中有{expected}。",
        "Put the row back if it was deleted by mistake, and see whether totals still hold.",
        "如系误删请恢复该行，并核对合计。",
    ),
    "figure-removed": _note(
        "{expected} was taken out after this place, and still stands elsewhere: {label}.",
        "此处之后的{expected}已删去，文中别处仍有：{label}。",
        "Nothing to do if that was meant.", "如属有意删改，无须处理。",
    ),
    "figure-unlinked": _note(
        "{expected} stands here as plain text: its link to the data is lost: {label}.",
        "{expected}已成普通文字，与数据的关联丢失：{label}。",
        "It will not be refreshed; copy the number with its control from another place.",
        "刷新时不会更新；请从别处连同内容控件一起复制。",
    ),
    "unbacked-number": _warning(
        "No figure backs “{text}”{hint}.",
        "“{text}”没有数据支持{hint}。",
        "Take the number from the dataset, name its source, or leave it out.",
        "请改用数据集中的数字、注明来源或删去。",
    ),
    "unknown-figure": _warning(
        "“{text}” is marked as a figure that this document's lineage does not know ({key}).",
        "“{text}”标为数据，但文档的沿袭信息中没有它（{key}）。",
        "It was copied from another document; give --pack to check it.",
        "它是从其他文档复制来的；请用 --pack 核查。",
    ),
    "sum-of-parts": _error(
        "The parts add up to {sum}, and the total says {text}{column}.",
        "各分项之和为{sum}，合计却为{text}{column}。",
        "Correct the part or the total.", "请改正分项或合计。",
    ),
    "part-above-whole": _error(
        "“{part}” ({text}) is more than the whole it belongs to, {whole}{column}.",
        "其中项“{part}”（{text}）大于总体{whole}{column}。",
        "Correct one of the two.", "请改正其中之一。",
    ),
    "chart-against-workbook": _error(
        "The chart shows {text} for “{series}”, {category}; the workbook behind it says {expected}.",
        "图中“{series}”{category}为{text}，其内嵌工作簿为{expected}。",
        "Open “Edit data” and close it again, or correct the workbook.", "请打开“编辑数据”使图表更新，或改正工作簿。",
    ),
    "chart-against-cells": _error(
        "The chart shows {text} for “{series}”, {category}; its cell says {expected}.",
        "图中“{series}”{category}为{text}，对应单元格为{expected}。",
        "Let the chart read its cells again.", "请使图表重新读取单元格。",
    ),
    "chart-against-text": _error(
        "The chart shows {text} for “{series}”, {category}, where {expected} was drawn from the data.",
        "图中“{series}”{category}为{text}，而据数据绘制的是{expected}。",
        "Put {expected} back in the chart's data, or correct the data and refresh.",
        "请在图表数据中改回{expected}，或更正数据后刷新。",
    ),
    "chart-vanished": _warning(
        "A chart of {count} that the document was built with is gone.",
        "文档生成时有{count}个图表，现已缺少。",
        "Put it back if it was deleted by mistake.", "如系误删，请恢复。",
    ),
    "formula-overwritten": _error(
        "The formula was overwritten by {text}.",
        "公式已被常数{text}覆盖。",
        "Put the formula back: copy it from a neighbouring cell.", "请恢复公式：可从相邻单元格复制。",
    ),
    "number-retyped": _error(
        "The cell held {expected} when the workbook was built, and says {text} now.",
        "生成时该单元格为{expected}，现为{text}。",
        "Put {expected} back, or correct the data and build anew.", "请改回{expected}，或更正数据后重新生成。",
    ),
    "figure-revised": _warning(
        "{expected} here; the dataset now says {text}: {label}.",
        "此处为{expected}，数据集现为{text}：{label}。",
        "Refresh the document.", "请刷新文档。",
    ),
    "figure-gone": _warning(
        "{expected} here; the dataset has no such figure any more: {label}.",
        "此处为{expected}，数据集已无此数：{label}。",
        "Take it out, or put the observation back.", "请删去，或恢复该观测值。",
    ),
    "dataset-newer": _note(
        "The dataset has changed since the document was built; {count} of its figures are affected.",
        "文档生成后数据集已有改动，涉及其中{count}个数字。",
        "Refresh the document before it is used again.", "再次使用前请刷新文档。",
    ),
}  # fmt: skip


def found(code: str, place: Place, subjects: tuple[str, ...] = (), **filling: Words) -> Finding:
    """A finding of ``code`` at ``place``; fillings are texts, or texts in both languages."""
    remark = REMARKS[code]

    def said(words: Words) -> Bilingual:
        return Bilingual(
            both(words).en.format(**{name: _in(text, "en") for name, text in filling.items()}),
            both(words).zh.format(**{name: _in(text, "zh") for name, text in filling.items()}),
        )

    return Finding(code, remark.severity, said(remark.what), said(remark.remedy), place, subjects)


def _in(text: Words, language: str) -> str:
    return say(text, language)
