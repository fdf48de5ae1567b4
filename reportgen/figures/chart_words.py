"""What a chart shows, in words: for readers who cannot see it, and for the notes under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.dataset.records import Break, Series
from reportgen.figures.labels import indicator_label, series_phrase
from reportgen.figures.numbers import IN_TEXT, show
from reportgen.kinds.figure import Figure
from reportgen.kinds.reasons import no_level
from reportgen.language import period_label, punctuation
from reportgen.messages import Bilingual

if TYPE_CHECKING:
    from reportgen.figures.indicator_words import IndicatorWord
    from reportgen.figures.presentation import Presentation

_NOT_GIVEN = Bilingual("The sources used give no figure.", "所用来源未公布数值。")
_MOST_SAID = 8
"""Of a longer series only the first, the last, the highest and the lowest value are said."""


def alt_text(
    title: str,
    labels: Sequence[str],
    strands: Sequence[tuple[str, Sequence[Figure | None]]],
    page: Presentation,
) -> str:
    """``Chart: TITLE. SERIES: 2020 7.81 billion yuan, 2021 32.21 billion yuan.``"""
    is_zh = page.language == "zh"
    parts = [f"图：{title}。" if is_zh else f"Chart: {title}."]
    for name, figures in strands:
        said = [
            (label, _text(figure, page))
            for label, figure in zip(labels, figures, strict=True)
            if figure is not None
        ]
        if len(said) > _MOST_SAID:
            said = _extremes(labels, figures, page)
        if is_zh:
            parts.append(f"{name}：" + "，".join(f"{label}{text}" for label, text in said) + "。")
        else:
            parts.append(f"{name}: " + ", ".join(f"{label} {text}" for label, text in said) + ".")
    return ("" if is_zh else " ").join(parts)


def target_gap_alt_text(title: str, words: Sequence[IndicatorWord], page: Presentation) -> str:
    """For each target: what is measured, at which period, the target, and the completion."""
    is_zh = page.language == "zh"
    parts = [f"图：{title}。" if is_zh else f"Chart: {title}."]
    parts += [_about_target(word, page, is_zh) for word in words]
    return ("" if is_zh else " ").join(parts)


def break_note(series: Series, item: Break, page: Presentation) -> str:
    """``From 2021 on, figures for Chongqing's exports cannot be compared with earlier ones (inferred). WHY``"""
    phrase = series_phrase(series, page.dataset, page.language)
    period = period_label(item.period, page.language)
    basis = {"stated": ("stated by the source", "来源说明"), "inferred": ("inferred", "推断")}[
        item.basis.value
    ]
    if page.language == "zh":
        return f"{phrase}自{period}起与此前不可比（{basis[1]}）。{item.note.zh}"
    since = f"From {period} on, figures for {phrase} cannot be compared with earlier ones ({basis[0]})."
    return f"{since} {item.note.en}".rstrip()


def absence_notes(
    labels: Sequence[str], strands: Sequence[tuple[str, Sequence[Figure | None]]], page: Presentation
) -> list[str]:
    """Why points are missing: ``No point for 2019 and 2020. WHY``. ``strands``: name, and the figures without a number."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, figures in strands:
        shown = name if len(strands) > 1 else ""
        for label, figure in zip(labels, figures, strict=True):
            if figure is not None:
                found.setdefault((shown, _why_absent(figure, page)), []).append(label)
    return [_absence_note(name, why, places, page) for (name, why), places in found.items()]


def _why_absent(figure: Figure, page: Presentation) -> str:
    if figure.reason is None or figure.reason == no_level(page.dataset, figure.id.series, figure.id.period):
        return page.say(_NOT_GIVEN)
    return page.reason(figure)


def _absence_note(name: str, why: str, places: list[str], page: Presentation) -> str:
    listed = punctuation(page.language).listed(places, "and")
    if page.language == "zh":
        return f"{listed}未绘出数据{f'（{name}）' if name else ''}：{why}"
    return f"No point is drawn for {listed}{f' ({name})' if name else ''}. {why}"


def _about_target(word: IndicatorWord, page: Presentation, is_zh: bool) -> str:
    label = indicator_label(word.series, page.dataset, page.language)
    target = _text(word.target.value.figure, page)
    due = word.target.due
    measured, completion = word.target.measured.figure, word.target.completion.figure
    if completion.value is None or measured.value is None:
        return (
            f"{label}：{due}目标{target}，暂无可比现值。"
            if is_zh
            else f"{label}: target for {due} {target}, no comparable level."
        )
    period = period_label(measured.id.period, page.language)
    done = _text(completion, page)
    if is_zh:
        return f"{label}：{period}{_text(measured, page)}，{due}目标{target}，完成{done}。"
    return f"{label}: {_text(measured, page)} in {period}, target for {due} {target}, {done} reached."


def _extremes(
    labels: Sequence[str], figures: Sequence[Figure | None], page: Presentation
) -> list[tuple[str, str]]:
    known = [(label, figure) for label, figure in zip(labels, figures, strict=True) if figure is not None]
    ranked = sorted(known, key=lambda pair: pair[1].value or 0)
    chosen = {id(figure) for _, figure in (known[0], known[-1], ranked[0], ranked[-1])}
    return [(label, _text(figure, page)) for label, figure in known if id(figure) in chosen]


def _text(figure: Figure, page: Presentation) -> str:
    return show(figure, page.language, page.dataset, page.styled(IN_TEXT)).text
