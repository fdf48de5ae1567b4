"""Target-gap charts: value, target and path of each target, or its completion beside the time gone by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.content import Chart, Sentence
from reportgen.figures.chart_drawing import ChartKind, Strand, laid_out, refuse_empty, with_value
from reportgen.figures.chart_words import target_gap_alt_text
from reportgen.figures.definitions import Definition
from reportgen.figures.indicator_words import IndicatorWord
from reportgen.figures.labels import indicator_label
from reportgen.figures.sentences import basis_note
from reportgen.figures.table_labels import row_labels
from reportgen.figures.tables import Row
from reportgen.messages import Bilingual

if TYPE_CHECKING:
    from reportgen.figures.presentation import Presentation


def target_gap(name: str, kind: ChartKind, read: Definition) -> Chart:
    """Value, target and path of each target; as completion in percent where their units differ."""
    known = read.vocabulary.catalogue.dataset.targets
    asked = read.raw.get("targets", [])
    words: list[IndicatorWord] = []
    for number, target in enumerate(asked if isinstance(asked, list) else [asked], start=1):
        if target in known:
            words.append(read.target_word(str(target)))
        else:
            read.unknown(f"targets[{number}]", Bilingual("target", "目标"), str(target), known)
    if not asked:
        read.wrong(
            "targets",
            Bilingual("the chart names no targets.", "图中没有目标。"),
            Bilingual('Write targets = ["..."].', '请写成 targets = ["..."]。'),
            "missing-key",
        )
    measure = read.choice("measure", ("level", "completion"), _measure_for(words))
    title, notes, power = read.text("title", name), read.texts("notes"), read.unit_power()
    automatic = read.flag("auto_notes", True)
    read.stop_if_wrong()
    page = read.vocabulary.page
    labels = row_labels([Row(word) for word in words], read.vocabulary)
    strands = _level_strands(words, page) if measure == "level" else _completion_strands(words, page)
    refuse_empty(read, [strand for strand in strands if strand.role != "path"])
    found = [*_basis_notes(name, words, page), *_without_value(name, words, page)] if automatic else []
    return laid_out(
        name, kind, read, title, labels, strands, power,
        notes=[*notes, *found],
        alt=target_gap_alt_text(title, words, page),
    )  # fmt: skip


def _measure_for(words: Sequence[IndicatorWord]) -> str:
    units = {word.target.value.figure.unit for word in words}
    return "level" if len(units) <= 1 else "completion"


def _level_strands(words: Sequence[IndicatorWord], page: Presentation) -> list[Strand]:
    is_zh = page.language == "zh"
    value = tuple(with_value(word.target.measured) for word in words)
    target = tuple(with_value(word.target.value) for word in words)
    path = tuple(with_value(word.target.path) for word in words)
    strands = [
        Strand("现值" if is_zh else "Measured level", value, "column"),
        Strand("目标值" if is_zh else "Target", target, "marker", role="target"),
    ]
    if any(path):
        strands.append(Strand("路径值" if is_zh else "Path", path, "marker", role="path"))
    return strands


def _completion_strands(words: Sequence[IndicatorWord], page: Presentation) -> list[Strand]:
    is_zh = page.language == "zh"
    completion = tuple(with_value(word.target.completion) for word in words)
    elapsed = tuple(with_value(word.target.elapsed) for word in words)
    open_ = tuple(
        None if word.target.completion.available else word.target.completion.figure for word in words
    )
    strands = [Strand("完成率" if is_zh else "Completion", completion, "column", absent=open_)]
    if any(elapsed):
        strands.append(Strand("序时进度" if is_zh else "Time elapsed", elapsed, "marker", role="path"))
    return strands


def _basis_notes(name: str, words: Sequence[IndicatorWord], page: Presentation) -> list[Sentence]:
    """On what each target is measured, as far as the document has not said it elsewhere."""
    targets = [target for word in words if (target := word.target.record) is not None]
    noted = [(target, note) for target in targets if (note := basis_note(page, target)) is not None]
    return [note for target, note in noted if page.says_basis(target.target, f"charts.{name}")]


def _without_value(name: str, words: Sequence[IndicatorWord], page: Presentation) -> list[str]:
    """For each target that nothing can be measured on, why, as far as no table or text has said it."""
    notes = []
    for word in words:
        completion, target = word.target.completion.figure, word.target.record
        if target is None or completion.value is not None or completion.reason is None:
            continue
        basis = page.catalogue.target_basis(target.target)
        is_said = basis.observation is None and not page.says_basis(target.target, f"charts.{name}")
        if not basis.later and not is_said:
            label = indicator_label(word.series, page.dataset, page.language)
            colon = "：" if page.language == "zh" else ": "
            notes.append(f"{label}{colon}{page.reason(completion)}")
    return notes
