"""What stands at the left of a table's rows: the indicator, 其中 before its parts, area and period where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reportgen.dataset.records import TOTAL, Target
from reportgen.figures.labels import area_label, breakdown_label, indicator_label
from reportgen.language import labels as language_labels
from reportgen.language import period_label, punctuation

if TYPE_CHECKING:
    from reportgen.figures.vocabulary import Vocabulary


def row_labels(rows: Sequence[Any], vocabulary: Vocabulary) -> list[str]:
    """The label of every row; the definition's own where it gives one."""
    dues = {target.period for row in rows if (target := _target_of(row)) is not None}
    labels = [row.label or _label(row, vocabulary, len(dues) > 1) for row in rows]
    for place, row in enumerate(rows):
        is_first_part = row.indent == 1 and (place == 0 or rows[place - 1].indent == 0)
        if is_first_part and not row.label:
            names = vocabulary.catalogue.dataset.words_of_places
            labels[place] = language_labels(vocabulary.language).first_part(labels[place], names)
    return labels


def _label(row: Any, vocabulary: Vocabulary, with_due: bool) -> str:
    dataset, language = vocabulary.catalogue.dataset, vocabulary.language
    series, period = row.word.series, row.word.period
    if row.indent and series.breakdown != TOTAL:
        label = breakdown_label(series, dataset, language)
    else:
        label = indicator_label(series, dataset, language)
    details = []
    if series.ref_area != vocabulary.context.ref_area:
        details.append(area_label(series.ref_area, dataset, language))
    target = _target_of(row)
    if target is not None:
        details.extend([period_label(target.period, language)] if with_due else [])
    elif period != vocabulary.context.period:
        details.append(period_label(period, language, short=True))
    if not details:
        return label
    return f"{label}{punctuation(language).bracketed(punctuation(language).COMMA.join(details))}"


def _target_of(row: Any) -> Target | None:
    """The target that a row is about."""
    found: Target | None = row.word.target.record if row.word is not None and row.word.target_id else None
    return found
