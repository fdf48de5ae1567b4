"""The grammar of clauses about targets in Chinese: what is set, how far it is, whether the pace suffices."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.content import Line
from reportgen.language.clauses import Clause, Direction, Writer
from reportgen.language.zh import labels
from reportgen.language.zh.clause_parts import ahead_or_behind, to_be
from reportgen.language.zh.periods import end
from reportgen.language.zh.periods import label as period_label
from reportgen.language.zh.punctuation import STOP
from reportgen.periods import PeriodKind

_TO_BE = {"gt": "超过", "ge": "达到", "eq": "达到", "le": "不超过", "lt": "低于"}


def _set(clause: Clause, write: Writer) -> Line:
    """到2025年，……的目标是超过700亿元."""
    start = f"到{period_label(clause.aim.period)}，{labels.series(clause.subject)}的目标是"
    return Line(start, write.number(clause.stated))


def _completed(clause: Clause, write: Writer) -> Line:
    """完成年度目标任务（超过…）的 for the first months of the target's own year, else 完成2025年目标（超过…）的."""
    due = clause.aim.period
    in_its_year = due.contains(clause.period) and clause.period != due
    goal = "年度目标任务" if in_its_year else f"{period_label(due)}目标"
    line = Line(f"完成{goal}（{_TO_BE[clause.aim.operator]}")
    return line.add(
        write.number(clause.aim.threshold, qualified=False), "）的", write.number(clause.stated, size=True)
    )


def _progressed(clause: Clause, write: Writer) -> Line:
    """自起点向2025年目标（超过…）推进了…."""
    line = Line(f"自起点向{period_label(clause.aim.period)}目标（{_TO_BE[clause.aim.operator]}")
    return line.add(
        write.number(clause.aim.threshold, qualified=False), "）推进了", write.number(clause.stated)
    )


def _lacked(clause: Clause, write: Writer) -> Line:
    """How far it is, and on which side: a target to come down to is missed from above."""
    year, passed = period_label(clause.aim.period), clause.stated.sign < 0
    if clause.aim.comes_down:
        verb = f"低于{year}目标" if passed else f"距{year}目标还需降低"
    else:
        verb = f"超出{year}目标" if passed else f"距{year}目标还差"
    return Line(verb, write.number(clause.stated, size=True))


def _gap(clause: Clause, write: Writer) -> Line:
    return Line("距目标还差", write.number(clause.stated, size=True))


def _pace(clause: Clause, write: Writer) -> Line:
    return ahead_or_behind(clause.stated, write)


def _requires(clause: Clause, write: Writer) -> Line:
    """2022—2025年年均需增长21.4%."""
    at, due = clause.period, clause.aim.period
    number = write.number(clause.stated, size=True)
    verb = "下降" if clause.stated.direction is Direction.DOWN else "增长"
    whole_years = at.kind is PeriodKind.YEAR and due.kind is PeriodKind.YEAR
    if whole_years and due.year == at.year + 1:
        return Line(f"{period_label(due)}需{verb}", number)
    when = f"{at.year + 1}—{due.year}年" if whole_years else f"{end(at)}起"
    return Line(f"{when}年均需{verb}", number)


def _must_grow(clause: Clause, write: Writer) -> Line:
    start = f"要实现{period_label(clause.aim.period)}目标，{labels.series(clause.subject)}"
    return Line(start, _requires(clause, write))


def _path(clause: Clause, write: Writer) -> Line:
    verb = "降至" if clause.aim.comes_down else "达到"
    start = f"按等速推进至{period_label(clause.aim.period)}目标测算，{period_label(clause.period)}"
    return Line(f"{start}{labels.series(clause.subject)}应{verb}", write.number(clause.stated))


def _elapsed(clause: Clause, write: Writer) -> Line:
    start = f"截至{end(clause.period)}，{period_label(clause.aim.period)}目标的序时进度为"
    return Line(start, write.number(clause.stated))


def _kept_pace(clause: Clause, write: Writer) -> Line:
    start = f"截至{end(clause.period)}，{labels.series(clause.subject)}年度目标完成进度"
    return Line(start, ahead_or_behind(clause.stated, write))


def _projected(clause: Clause, write: Writer) -> Line:
    verb = "将达" if to_be(clause.stated) else "将"
    start = f"按现有增速推算，{period_label(clause.aim.period)}{labels.series(clause.subject)}{verb}"
    return Line(start, write.number(clause.stated))


def _stands(clause: Clause, write: Writer) -> Line:
    """……2025年目标状态：落后进度."""
    start = f"{labels.series(clause.subject)}{period_label(clause.aim.period)}目标状态："
    line = Line(start, write.number(clause.stated), STOP)
    return line.add(write.reason(clause.reason)) if clause.reason else line


def basis(clauses: tuple[Clause, ...], write: Writer) -> Line:
    """On which figure a target is measured, which later ones are set aside and why: a sentence or more for each."""
    line = Line()
    for clause in clauses:
        period = period_label(clause.period)
        if clause.verb == "measured":
            line.add(f"以{period}的数据测算。")
            continue
        line.add(f"{period}的", write.number(clause.stated), "未采用，因")
        line.add(write.reason(clause.reason) if clause.reason else STOP)
    return line


Make = Callable[[Clause, Writer], Line]

PREDICATES: dict[str, Make] = {"completed": _completed, "lacked": _lacked, "progressed": _progressed}
WHOLE_SENTENCES: dict[str, Make] = {
    "set": _set,
    "requires": _must_grow,
    "on_path": _path,
    "elapsed": _elapsed,
    "keeps_pace": _kept_pace,
    "projected": _projected,
    "stands": _stands,
}
ADDITIONS: dict[str, Make] = {
    "completed": _completed,
    "keeps_pace": _pace,
    "lacked": _gap,
    "requires": _requires,
}
CLOSED = ("stands",)
