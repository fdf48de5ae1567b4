"""The revision note: a comparison as a ready Word document, from a template that officials own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from reportgen.build.starter_pack import shipped
from reportgen.content import Number
from reportgen.finished.lineage import Lineage, lineage_of
from reportgen.kinds.figure import FigureId
from reportgen.language import language, languages, say
from reportgen.language import language as language_of
from reportgen.living.compare.change_messages import (
    break_change,
    counted,
    named,
    shown_figure,
    source_change,
    what_changed,
)
from reportgen.living.compare.changes import Differences, FigureChange, RecordChange
from reportgen.messages import FALLBACK, Message
from reportgen.periods import Period

_TOLD = 6
"""Up to so many revised figures have a sentence of their own above the tables."""


def revision_note(comparison: Differences, language: str) -> bytes:
    """The note's bytes. Each number that the new side can explain is marked as a figure, as in a brief."""
    from reportgen.finished.lineage_part import attach
    from reportgen.finished.open_document import open_finished
    from reportgen.ooxml.properties import Properties
    from reportgen.word import WORD

    context = note_context(comparison, language)
    made = _made_at(comparison)
    properties = Properties(
        title=context["title"],
        creator=context["issuer"],
        last_modified_by="reportgen",
        language=language_of(language).tag,
        created=made,
        modified=made,
    )
    filled = WORD.compile(_template_of(language).read_bytes()).fill(context, properties=properties)
    lineage = _lineage(comparison, language, dict.fromkeys(item.key for item in filled.figures))
    if lineage is None:
        return filled.data
    note = open_finished(filled.data)
    attach(note.package, lineage)
    return note.package.save()


def _template_of(language: str) -> Path:
    """The template of the revision note; of a language that has none the English one."""
    own, english = (shipped("templates") / f"revision-note-{code}.docx" for code in (language, FALLBACK))
    return own if own.is_file() else english


def note_context(comparison: Differences, language: str) -> dict[str, Any]:
    """What the template is filled with, under English and Chinese names."""
    texts = _texts(comparison, language)
    published = _published(comparison)
    computed = [item for item in comparison.moved if not item.is_status]
    own = {
        "title": say(Message("living.note-title"), language),
        "marking": texts.get("marking", ""),
        "issuer": texts.get("issuer", ""),
        "old": comparison.old.name,
        "new": comparison.new.name,
        "cut_off": _cut_off(comparison, language),
        "summary": note_summary(comparison, language),
        "revised": _rows(published, comparison, language),
        "computed": _rows(computed, comparison, language),
        "targets": _rows(comparison.targets, comparison, language),
        "added": _rows([item for item in comparison.added if item.is_published], comparison, language),
        "gone": _rows([item for item in comparison.gone if item.is_published], comparison, language),
        "sources": [say(source_change(item), language) for item in comparison.sources],
        "breaks": [
            say(break_change(_labelled(item, comparison, language)), language)
            for item in comparison.breaks or ()
        ],
        "findings": [say(item.words_at(None), language) for item in comparison.findings_added],
    }
    return _in_all_languages(own, "NOTE_NAMES")


def note_summary(comparison: Differences, code: str) -> list[str]:
    """What happened: a sentence for each of the first published figures that were revised, and a line for each other kind of
    change."""
    if comparison.is_empty:
        return [say(Message("living.nothing-changed"), code)]
    published = _published(comparison)
    told = [item for item in published if item.amount and not item.is_status][:_TOLD]
    rest = len(published) - len(told)
    moved = [item for item in comparison.moved if not item.is_status]
    counts = [
        ("revised-further" if told else "revised", rest),
        ("recomputed", 0 if told else len(moved)),
        ("renamed", len(comparison.renamed)),
        ("added", len(comparison.added)),
        ("gone", len(comparison.gone)),
        ("targets", len(comparison.targets)),
        ("sources", len(comparison.sources)),
        ("breaks", len(comparison.breaks or ())),
        ("words", len(comparison.words)),
        ("texts", len(comparison.texts)),
        ("templates", len(comparison.templates)),
        ("findings_added", len(comparison.findings_added)),
        ("findings_settled", len(comparison.findings_settled)),
    ]
    signs = language(code).punctuation
    sentences = [_told(item, comparison, code) for item in told]
    return sentences + [signs.sentence(say(counted(name, number), code)) for name, number in counts if number]


def _told(item: FigureChange, comparison: Differences, code: str) -> str:
    """``Exports, Chongqing (2021) were revised from 32.21 to 33.56 billion yuan …``: what was, what is, by how much, what moves."""
    before, now = (say(shown_figure(figure), code) for figure in (item.old, item.new))
    amount = item.amount
    assert amount is not None
    moves = len([one for one in comparison.moved_by(item) if not one.is_status])
    is_in_print = not item.is_same_in_print(code)
    name = ("note-up" if amount.difference > 0 else "note-down") if is_in_print else "note-same-in-print"
    sources = _new_sources(item)
    message = Message(
        f"living.{name}", figure=named(item), before=before, now=now,
        amount=amount.size if is_in_print else amount.shown,
        moves=Message("living.note-moves", count=moves) if moves else None,
        sources=sources or None,
    )  # fmt: skip
    return language(code).punctuation.sentence(say(message, code))


def _new_sources(item: FigureChange) -> tuple[str, ...]:
    """The sources that are cited for the new value alone."""
    cited = [{one.source for one in figure.citations} if figure else set() for figure in (item.old, item.new)]
    return tuple(sorted(cited[1] - cited[0]))


def _published(comparison: Differences) -> list[FigureChange]:
    """The figures that changed by themselves; none that has a number on neither side."""
    return [item for item in comparison.revised if not item.through and (item.has_number or item.is_status)]


def _rows(changes: Sequence[FigureChange], comparison: Differences, language: str) -> list[Mapping[str, Any]]:
    return [_row(item, comparison, language) for item in changes]


def _row(item: FigureChange, comparison: Differences, code: str) -> Mapping[str, Any]:
    before, now = (say(shown_figure(figure), code) for figure in (item.old, item.new))
    change = item.amount.text(code) if item.amount else ""
    if item.is_same_in_print(code):
        change = say(what_changed(item), code)
    known = {found.id: found for found in (*comparison.revised, *comparison.added, *comparison.gone)}
    causes = [say(named(known[cause]), code) for cause in item.through if cause in known]
    row = {
        "figure": say(item.label, code),
        "period": language(code).period(item.figure.figure_id.period),
        "before": before,
        "now": Number(now, key=item.figure.key) if _is_explained(item, comparison) else now,
        "change": change or comparison.new.style.not_applicable,
        "through": language(code).punctuation.SEMICOLON.join(causes) or comparison.new.style.not_applicable,
    }
    return _in_all_languages(row, "NOTE_COLUMNS")


def _is_explained(item: FigureChange, comparison: Differences) -> bool:
    return item.new is not None and item.new.value is not None and comparison.new.subject is not None


def _lineage(comparison: Differences, language: str, keys: Iterable[str]) -> Lineage | None:
    """The lineage of the figures shown, ``None`` where the new side is a build and cannot say."""
    subject = comparison.new.subject
    if subject is None:
        return None
    ids = {FigureId.parse(figure_id).key: figure_id for figure_id in comparison.new.figures}
    about = {"pack": comparison.new.name, "language": language, "document": "revision-note"}
    return lineage_of([ids[key] for key in keys], subject.catalogue, about, style=subject.style)


def _in_all_languages(named: Mapping[str, Any], table: str) -> dict[str, Any]:
    """What a template is filled with, under the names of every language: those that a language gives in ``table``."""
    found = dict(named)
    for code in languages():
        names = getattr(language_of(code).subject("living"), table)
        found |= {names[name]: value for name, value in named.items() if name in names}
    return found


def _texts(comparison: Differences, language: str) -> Mapping[str, str]:
    subject = comparison.new.subject
    if subject is None or subject.definition is None:
        return {}
    return subject.definition.texts.get(language, {})


def _labelled(item: RecordChange, comparison: Differences, language: str) -> RecordChange:
    """A break with labels in the place of codes, where a dataset gives them."""
    from reportgen.figures.labels import area_label
    from reportgen.record import replace

    dataset = comparison.new.dataset or comparison.old.dataset
    if dataset is None:
        return item

    def spelled(record: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
        if record is None:
            return None
        indicator = dataset.indicators.get(record["indicator"])
        label = say(indicator.label, language) if indicator else record["indicator"]
        return {**record, "indicator": label, "ref_area": area_label(record["ref_area"], dataset, language)}

    return replace(item, old=spelled(item.old), new=spelled(item.new))


def _cut_off(comparison: Differences, code: str) -> str:
    day = comparison.new.about.get("cut_off")
    return language(code).period(Period.parse(str(day))) if day else ""


def _made_at(comparison: Differences) -> datetime | None:
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
