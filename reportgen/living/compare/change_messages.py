"""What changed, as messages: shared by the terminal and the revision note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.figures.recorded_figures import FigureRecord
from reportgen.living.compare.changes import FigureChange, RecordChange, TextChange
from reportgen.living.compare.renames import Rename
from reportgen.messages import Bilingual, Message, Words
from reportgen.periods import dated

_SHOWN_FIELDS = frozenset(
    {
        "value", "unit", "precision", "bound", "qualifier", "status", "state", "scope", "reason", "formula", "citations",
        "title", "author", "publisher", "published", "accessed", "url", "language", "kind", "basis", "note_en", "note_zh",
        "label_en", "label_zh", "source",
    }
)  # fmt: skip
"""Fields that have a name for readers."""


def counted(name: str, count: int) -> Message:
    """``3 figures revised``."""
    return Message(f"living.count-{name.replace('_', '-')}", count=count)


def named(item: FigureChange) -> Message:
    """The figure with its period: ``Exports, Chongqing (2021)``, ``重庆市出口额（2021年）``."""
    return Message("living.figure-of-period", label=item.label, period=item.figure.figure_id.period)


def shown_figure(figure: FigureRecord | None) -> Words:
    """A figure as its side shows it; without a number the reason."""
    if figure is None:
        return Message("living.none")
    if figure.value is None and not figure.state:
        return figure.reason_said or Message("living.no-value")
    return figure.display


def what_changed(item: FigureChange | RecordChange) -> Message:
    """The fields that differ: ``changed: sources and their words``."""
    if isinstance(item, FigureChange) and "value" in item.changed and item.amount:
        return Message("living.same-in-print", amount=item.amount.shown)
    fields = item.changed if isinstance(item, FigureChange) else item.fields
    names = dict.fromkeys(name for name in fields if name in _SHOWN_FIELDS)
    said = tuple(Message(f"living.field-{name.replace('_', '-')}") for name in names)
    return Message("living.changed-fields", fields=said)


def source_change(item: RecordChange) -> Message:
    """``new: Title, Publisher, 2024-01-01``; ``Title, Publisher; changed: title``."""
    record = item.new or item.old or {}
    title = record.get("title") or _bilingual(record, "label") or item.key[0]
    published = dated(record.get("published") or "")
    what = Message("living.source", title=title, publisher=record.get("publisher"), published=published)
    return _with_change(item, what)


def break_change(item: RecordChange) -> Message:
    """``new: cbec_trade, CN-CQ, from 2023 (inferred): note``."""
    record = item.new or item.old or {}
    what = Message(
        "living.break",
        indicator=record.get("indicator"),
        area=record.get("ref_area"),
        period=record.get("period"),
        basis=Message(f"living.basis-{record['basis']}") if record.get("basis") else "",
        note=_bilingual(record, "note") or "",
    )
    return _with_change(item, what)


def rename_message(item: Rename) -> Message:
    """``indicator cbec_trade is now called cbec_total (26 figures)``."""
    dimension = Message(f"living.dimension-{item.dimension}")
    return Message("living.renamed", dimension=dimension, before=item.old, now=item.new, count=item.figures)


def words_change(item: RecordChange) -> Message:
    """A label or a note: ``indicator exports: label “Exports” → “Export value”``."""
    kind, code = item.key
    name = "note" if "note_en" in (item.new or {}) else "label"
    before, now = _bilingual(item.old or {}, name), _bilingual(item.new or {}, name)
    return Message(
        f"living.{name}-changed", dimension=Message(f"living.dimension-{kind.replace('_', '-')}"), code=code,
        before=before or "", now=now or "",
    )  # fmt: skip


def template_change(item: RecordChange) -> Message:
    """A template that was changed, is new, or is gone."""
    if item.old is not None and item.new is not None:
        return Message("living.template-changed", template=item.key[0])
    return _with_change(item, Message("living.template", template=item.key[0]))


def text_change(item: TextChange, more: int = 0) -> Message:
    """``brief.docx, paragraph 7: 187.66 → 208.05  [Imports, Chongqing] (and 3 more places)``."""
    code = "removed" if not item.after else "changed" if item.before else "added"
    label = item.figure.label if item.figure else None
    said = Message(f"living.{code}", place=item.place, before=item.before, after=item.after, label=label)
    return Message("living.and-elsewhere", said=said, count=more) if more else said


def _bilingual(record: Mapping[str, Any], name: str) -> Bilingual | None:
    en, zh = str(record.get(f"{name}_en") or ""), str(record.get(f"{name}_zh") or "")
    return Bilingual(en or zh, zh or en) if en or zh else None


def _with_change(item: RecordChange, what: Message) -> Message:
    if item.old is None:
        return Message("living.is-new", what=what)
    if item.new is None:
        return Message("living.is-gone", what=what)
    return Message("living.is-changed", what=what, changed=what_changed(item))
