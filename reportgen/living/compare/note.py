"""The revision note: a comparison as a ready Word document, from a template that officials own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from reportgen.build.starter_pack import shipped
from reportgen.content import Number
from reportgen.kinds.figure import FigureId
from reportgen.language import language as language_named
from reportgen.language import period_label, punctuation
from reportgen.living.compare.changes import Comparison, FigureChange, RecordChange
from reportgen.living.compare.words import (
    break_words,
    counted,
    named,
    shown,
    source_words,
    what_changed,
    word,
)
from reportgen.periods import Period
from reportgen.style import STYLE

# What the template may say, in English and in Chinese.
_NAMES = {
    "title": "标题", "marking": "标注", "issuer": "发文单位", "old": "原版本", "new": "新版本", "cut_off": "截止日期",
    "summary": "要点", "revised": "修订", "computed": "带动", "targets": "目标", "added": "新增", "gone": "删除",
    "sources": "来源", "breaks": "中断", "findings": "发现",
}  # fmt: skip
_COLUMNS = {
    "figure": "数据", "period": "时期", "before": "原值", "now": "现值", "change": "变动", "through": "原因",
}  # fmt: skip
_TITLE = {"en": "Note on revisions", "zh": "数据修订说明"}


def revision_note(comparison: Comparison, language: str, template: bytes | None = None) -> bytes:
    """The note's bytes. Each number that the new side can explain stands in a figure control, as in a brief."""
    from reportgen.ooxml.properties import Properties
    from reportgen.word import fill

    context = note_context(comparison, language)
    made = _made_at(comparison)
    properties = Properties(
        title=context["title"],
        creator=context["issuer"],
        last_modified_by="reportgen",
        language=language_named(language).tag,
        created=made,
        modified=made,
    )
    source = template or (shipped("templates") / f"revision-note-{language}.docx").read_bytes()
    return fill(source, context, lineage=_lineage(comparison, language), properties=properties).data


def note_context(comparison: Comparison, language: str) -> dict[str, Any]:
    """What the template is filled with, under English and Chinese names."""
    texts = _texts(comparison, language)
    published = [item for item in comparison.revised if not item.through]
    computed = [item for item in comparison.revised if item.through and not item.is_status]
    own = {
        "title": _TITLE[language],
        "marking": texts.get("marking", ""),
        "issuer": texts.get("issuer", ""),
        "old": comparison.old.name,
        "new": comparison.new.name,
        "cut_off": _cut_off(comparison, language),
        "summary": summary(comparison, language),
        "revised": _rows(published, comparison, language),
        "computed": _rows(computed, comparison, language),
        "targets": _rows(comparison.targets, comparison, language),
        "added": _rows([item for item in comparison.added if item.is_published], comparison, language),
        "gone": _rows([item for item in comparison.gone if item.is_published], comparison, language),
        "sources": [source_words(item, language) for item in comparison.sources],
        "breaks": [
            break_words(_labelled(item, comparison, language), language) for item in comparison.breaks or ()
        ],
        "findings": [_finding(item, language) for item in comparison.findings_added],
    }
    return {**own, **{_NAMES[name]: value for name, value in own.items()}}


def summary(comparison: Comparison, language: str) -> list[str]:
    """What happened, a line each."""
    if comparison.is_empty:
        return [word("nothing", language)]
    stop = punctuation(language).STOP
    counts = [
        ("revised", len([item for item in comparison.revised if not item.through])),
        ("recomputed", len([item for item in comparison.revised if item.through])),
        ("added", len(comparison.added)),
        ("gone", len(comparison.gone)),
        ("targets", len(comparison.targets)),
        ("sources", len(comparison.sources)),
        ("breaks", len(comparison.breaks or ())),
        ("findings_added", len(comparison.findings_added)),
        ("findings_settled", len(comparison.findings_settled)),
    ]
    return [f"{counted(name, number, language)}{stop}" for name, number in counts if number]


def _rows(changes: Sequence[FigureChange], comparison: Comparison, language: str) -> list[Mapping[str, Any]]:
    return [_row(item, comparison, language) for item in changes]


def _row(item: FigureChange, comparison: Comparison, language: str) -> Mapping[str, Any]:
    before = shown(item.old, language) if item.old else word("none", language)
    now = shown(item.new, language) if item.new else word("none", language)
    change = item.amount.shown.in_language(language) if item.amount else ""
    if item.old and item.new and before == now:
        change = what_changed(item, language)
    known = {found.id: found for found in (*comparison.revised, *comparison.added, *comparison.gone)}
    comma = "；" if language == "zh" else "; "
    row = {
        "figure": item.label.in_language(language),
        "period": period_label(Period.parse(str(item.record["period"])), language),
        "before": before,
        "now": Number(now, key=item.record["key"]) if _is_explained(item, comparison) else now,
        "change": change or STYLE.not_applicable,
        "through": comma.join(named(known[cause], language) for cause in item.through if cause in known)
        or STYLE.not_applicable,
    }
    return {**row, **{_COLUMNS[name]: value for name, value in row.items()}}


def _is_explained(item: FigureChange, comparison: Comparison) -> bool:
    return item.new is not None and item.new["value"] is not None and comparison.new.subject is not None


def _lineage(comparison: Comparison, language: str) -> Any:
    """What gives the lineage of the figures shown, ``None`` where the new side is a build and cannot say."""
    subject = comparison.new.subject
    if subject is None:
        return None
    from reportgen.finished.lineage import lineage_xml

    ids = {FigureId.parse(figure_id).key: figure_id for figure_id in comparison.new.figures}
    about = {"pack": comparison.new.name, "language": language, "document": "revision-note"}
    return lambda keys: lineage_xml([ids[key] for key in keys], subject.catalogue, about)


def _texts(comparison: Comparison, language: str) -> Mapping[str, str]:
    subject = comparison.new.subject
    if subject is None or subject.definition is None:
        return {}
    return subject.definition.texts.get(language, {})


def _labelled(item: RecordChange, comparison: Comparison, language: str) -> RecordChange:
    """A break with labels in the place of codes, where a dataset gives them."""
    from dataclasses import replace

    from reportgen.figures.labels import area_label

    dataset = comparison.new.dataset or comparison.old.dataset
    if dataset is None:
        return item

    def spelled(record: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
        if record is None:
            return None
        indicator = dataset.indicators.get(record["indicator"])
        label = indicator.label.in_language(language) if indicator else record["indicator"]
        return {**record, "indicator": label, "ref_area": area_label(record["ref_area"], dataset, language)}

    return replace(item, old=spelled(item.old), new=spelled(item.new))


def _finding(finding: Mapping[str, Any], language: str) -> str:
    gap = "" if language == "zh" else " "
    return f"{finding[f'message_{language}']}{gap}{finding[f'remedy_{language}']}"


def _cut_off(comparison: Comparison, language: str) -> str:
    day = comparison.new.about.get("cut_off")
    return period_label(Period.parse(str(day)), language) if day else ""


def _made_at(comparison: Comparison) -> datetime | None:
    """The cut-off date of the new side: never today's, so that the same comparison gives the same bytes."""
    subject = comparison.new.subject
    if subject is not None and subject.definition is not None:
        from reportgen.build.edition import made_at

        return made_at(subject.definition)
    day = comparison.new.about.get("cut_off")
    if not day:
        return None
    found = date.fromisoformat(str(day))
    return datetime(found.year, found.month, found.day, 12, tzinfo=UTC)
