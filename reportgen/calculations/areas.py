"""Whether an area may be set in proportion to another: a series that broke matches the other in one stretch at most.

A city's series that was defined anew and the nation's that was not may be alike before the break or after it, not
both. Where neither number names its scope, no source says which, so no share, contribution or multiple is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.calculations.comparability import COMPARABLE, Cause, Comparand, Verdict
from reportgen.dataset.records import Basis, Break
from reportgen.language import period_label
from reportgen.messages import Bilingual
from reportgen.periods import PeriodKind

NO_DEFINITION = Bilingual(
    "No source gives a definition of either figure, so the two may not be defined alike.",
    "来源均未说明两项数据的统计口径，二者口径未必一致。",
)
"""What is to be said of two reported rates of different areas that are set against each other all the same."""


def neither_names_its_scope(one: Comparand, other: Comparand) -> bool:
    """Whether two numbers of different areas leave open how they are defined."""
    return one.series.ref_area != other.series.ref_area and not one.scope and not other.scope


def compare_definitions(
    one: Comparand,
    other: Comparand,
    breaks_of_one: Iterable[Break],
    breaks_of_other: Iterable[Break],
    areas: tuple[Bilingual, Bilingual],
) -> Verdict:
    """Whether levels of two areas may be set in proportion. ``areas`` are their names, for the reason.

    A break that both series have at the same period changes both alike and does not stand against it.
    """
    if not neither_names_its_scope(one, other):
        return COMPARABLE
    first, second = tuple(breaks_of_one), tuple(breaks_of_other)
    for own, others, names in ((first, second, areas), (second, first, areas[::-1])):
        alone = [item for item in own if item.period not in {other.period for other in others}]
        if alone:
            return Verdict(False, _unlike(alone, *names), Cause.BREAK)
    return COMPARABLE


def _unlike(breaks: Sequence[Break], broken: Bilingual, whole: Bilingual) -> Bilingual:
    when_en = " and ".join(
        f"{'on' if item.period.kind is PeriodKind.DAY else 'in'} {period_label(item.period, 'en')} ({_basis(item).en})"
        for item in breaks
    )
    when_zh = "、".join(f"{period_label(item.period, 'zh')}（{_basis(item).zh}）" for item in breaks)
    return Bilingual(
        f"The series for {broken.en} breaks {when_en}, the one for {whole.en} does not, and no source says which "
        f"stretch of it is defined like the figures for {whole.en}.",
        f"{broken.zh}的序列在{when_zh}出现口径中断，而{whole.zh}的序列没有；来源均未说明其中哪一段与{whole.zh}的数据口径一致。",
    )


def _basis(item: Break) -> Bilingual:
    return (
        Bilingual("inferred", "推断")
        if item.basis is Basis.INFERRED
        else Bilingual("stated by a source", "来源说明")
    )
