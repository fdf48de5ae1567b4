"""The words of a comparison in both languages, shared by the terminal and the revision note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.language import period_label, punctuation
from reportgen.living.compare.changes import FigureChange, RecordChange
from reportgen.messages import Bilingual
from reportgen.periods import Period

_WORDS = {
    "compared": Bilingual("Compared:", "比较："),
    "nothing": Bilingual("Nothing changed.", "没有变化。"),
    "only_shown": Bilingual(
        "One side is a build: only the figures it shows are compared.",
        "其中一方为生成结果：只比较其中列出的数据。",
    ),
    "ref_area": Bilingual("reference area:", "地区："),
    "period": Bilingual("period:", "时期："),
    "cut_off": Bilingual("cut-off date:", "数据截止日期："),
    "through": Bilingual("through ", "源于 "),
    "also_through": Bilingual("also through ", "另源于 "),
    "none": Bilingual("none", "无"),
    "breaks_unknown": Bilingual(
        "\nBreaks are not compared: a pack.json of an earlier version does not list them.",
        "\n未比较序列中断：较早版本的 pack.json 未列出中断。",
    ),
    "no_number": Bilingual("no number", "无数值"),
    "same_in_print": Bilingual("the same in print ({})", "显示值不变（{}）"),
    "new": Bilingual("new", "新增"),
    "gone": Bilingual("gone", "已删除"),
    "changed": Bilingual("changed", "有变化"),
    "from": Bilingual("from", "自"),
}

_COUNTS = {
    "revised": (
        Bilingual("1 figure revised", "1个数据已修订"),
        Bilingual("{} figures revised", "{}个数据已修订"),
    ),
    "added": (Bilingual("1 new figure", "新增1个数据"), Bilingual("{} new figures", "新增{}个数据")),
    "gone": (Bilingual("1 figure gone", "减少1个数据"), Bilingual("{} figures gone", "减少{}个数据")),
    "moves": (
        Bilingual("moves 1 computed figure:", "带动1个计算数据："),
        Bilingual("moves {} computed figures:", "带动{}个计算数据："),
    ),
    "recomputed": (
        Bilingual("1 computed figure moved with them", "1个计算数据随之变动"),
        Bilingual("{} computed figures moved with them", "{}个计算数据随之变动"),
    ),
    "computed": (
        Bilingual("and 1 figure computed from these or others", "以及由此计算的1个数据"),
        Bilingual("and {} figures computed from these or others", "以及由此计算的{}个数据"),
    ),
    "targets": (
        Bilingual("1 target changed its status", "1个目标状态有变化"),
        Bilingual("{} targets changed their status", "{}个目标状态有变化"),
    ),
    "sources": (
        Bilingual("1 source changed", "1个来源有变化"),
        Bilingual("{} sources changed", "{}个来源有变化"),
    ),
    "breaks": (
        Bilingual("1 break changed", "1处序列中断有变化"),
        Bilingual("{} breaks changed", "{}处序列中断有变化"),
    ),
    "findings_added": (
        Bilingual("1 new finding", "新增1条核查发现"),
        Bilingual("{} new findings", "新增{}条核查发现"),
    ),
    "findings_settled": (
        Bilingual("1 finding settled", "1条核查发现已消除"),
        Bilingual("{} findings settled", "{}条核查发现已消除"),
    ),
}

FIELDS = {
    "value": Bilingual("value", "数值"),
    "unit": Bilingual("unit", "单位"),
    "precision": Bilingual("precision", "精度"),
    "bound": Bilingual("bound", "界限"),
    "qualifier": Bilingual("qualifier", "限定词"),
    "status": Bilingual("status", "状态"),
    "state": Bilingual("status of target", "目标状态"),
    "scope": Bilingual("scope", "口径"),
    "reason_en": Bilingual("reason", "原因"),
    "formula": Bilingual("formula", "公式"),
    "citations": Bilingual("sources and their words", "来源及原文"),
    "title": Bilingual("title", "标题"),
    "author": Bilingual("author", "作者"),
    "publisher": Bilingual("publisher", "发布者"),
    "published": Bilingual("date of publication", "发布日期"),
    "accessed": Bilingual("date of access", "访问日期"),
    "url": Bilingual("address", "网址"),
    "language": Bilingual("language", "语言"),
    "kind": Bilingual("kind", "类型"),
    "basis": Bilingual("basis", "依据"),
    "note_en": Bilingual("note", "说明"),
    "note_zh": Bilingual("note (Chinese)", "说明（中文）"),
    "label_en": Bilingual("label", "名称"),
    "label_zh": Bilingual("label (Chinese)", "名称（中文）"),
    "source": Bilingual("source", "来源"),
}
_BASES = {"stated": Bilingual("stated", "来源说明"), "inferred": Bilingual("inferred", "推断")}


def word(name: str, language: str) -> str:
    return _WORDS[name].in_language(language)


def counted(name: str, number: int, language: str) -> str:
    """``3 figures revised``."""
    one, many = _COUNTS[name]
    return (one if number == 1 else many).in_language(language).format(number)


def named(item: FigureChange, language: str) -> str:
    """The figure with its period: ``Exports, Chongqing (2021)``, ``重庆市出口额（2021年）``."""
    period = period_label(Period.parse(str(item.record["period"])), language)
    return f"{item.label.in_language(language)}{punctuation(language).bracketed(period)}"


def shown(record: Mapping[str, Any], language: str) -> str:
    """A figure as its side shows it; without a number the reason."""
    if record["value"] is None and record["kind"] != "target_status":
        reason = str(record[f"reason_{language}"] or "").rstrip("。.")
        return reason or word("no_number", language)
    return str(record[f"display_{language}"])


def what_changed(item: FigureChange | RecordChange, language: str) -> str:
    """The fields that differ, in words: ``changed: sources and their words``."""
    if isinstance(item, FigureChange) and "value" in item.changed and item.amount:
        return word("same_in_print", language).format(item.amount.shown.in_language(language))
    fields = item.changed if isinstance(item, FigureChange) else item.fields
    names = [FIELDS[name].in_language(language) for name in fields if name in FIELDS]
    comma = "、" if language == "zh" else ", "
    return f"{word('changed', language)}{punctuation(language).COLON}{comma.join(dict.fromkeys(names))}"


def source_words(item: RecordChange, language: str) -> str:
    """``new: Title, Publisher, 2024-01-01``; ``changed: title (was …)``."""
    record = item.new or item.old or {}
    named = record.get("title") or record.get(f"label_{language}") or item.key
    parts = [named, record.get("publisher"), record.get("published")]
    comma = punctuation(language).COMMA
    return _with_change(item, comma.join(str(part) for part in parts if part), language)


def break_words(item: RecordChange, language: str) -> str:
    """``new: cbec_trade, CN-CQ, from 2023 (inferred): note``."""
    record = item.new or item.old or {}
    basis = _BASES.get(record.get("basis", ""), Bilingual("", "")).in_language(language)
    head = f"{record.get('indicator')} {record.get('ref_area')} {word('from', language)}{' ' if language == 'en' else ''}{record.get('period')}"
    head += f"（{basis}）" if language == "zh" else f" ({basis})"
    note = record.get(f"note_{language}") or record.get("note_en") or ""
    return _with_change(item, f"{head}{punctuation(language).COLON}{note}" if note else head, language)


def finding_words(finding: Mapping[str, Any], language: str) -> str:
    """What and remedy; the code last."""
    gap = "" if language == "zh" else " "
    return f"{finding[f'message_{language}']}{gap}{finding[f'remedy_{language}']} [{finding['code']}]"


def _with_change(item: RecordChange, text: str, language: str) -> str:
    colon = punctuation(language).COLON
    if item.old is None:
        return f"{word('new', language)}{colon}{text}"
    if item.new is None:
        return f"{word('gone', language)}{colon}{text}"
    semicolon = punctuation(language).SEMICOLON
    return f"{text}{semicolon}{what_changed(item, language)}"
