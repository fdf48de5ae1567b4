"""The grammar of clauses about targets in Chinese: what is set, how far it is, whether the pace suffices."""

from __future__ import annotations

from reportgen.content import Line
from reportgen.language.clause_words import Verb
from reportgen.language.clauses import Clause, Direction, Mention, TargetName, VerbCode, Writer
from reportgen.language.zh import labels
from reportgen.language.zh.clause_parts import parts, worded
from reportgen.language.zh.periods import end
from reportgen.language.zh.periods import label as period_label
from reportgen.language.zh.punctuation import COMMA, STOP
from reportgen.periods import Period, PeriodKind

_TO_BE = {"gt": "超过", "ge": "达到", "eq": "达到", "le": "不超过", "lt": "低于"}


def measured(clause: Clause) -> str:
    """What is measured: the series, its growth, its share."""
    series, aim = labels.series(clause.subject), clause.aim
    if aim.aim == "share":
        return f"{series}占{labels.whole(aim.whole, clause.subject) if aim.whole else '总体'}的比重"
    return series + {"growth": "增速", "average_growth": "年均增速", "reduction": f"{_since(aim)}降幅"}.get(
        aim.aim, ""
    )


def opening(clause: Clause) -> str:
    """2024年，……增速; of a total the years so far; of a reduction what comes down."""
    period, aim = clause.period, clause.aim
    if aim.aim == "total":
        period = Period.span_of(aim.period.first, period.last)
    said = labels.series(clause.subject) if aim.aim == "reduction" else measured(clause)
    time = parts.dated(clause, parts.phrase(clause, period))
    return f"{time}{COMMA}{said}{'累计' if aim.aim == 'total' else ''}"


def _since(target: TargetName) -> str:
    return f"比{period_label(target.base)}" if target.base is not None else ""


def _set(clause: Clause, write: Writer) -> Line:
    """到2025年，……的目标是超过700亿元; 2024年，……增速的目标是不低于6%."""
    aim = clause.aim
    for_its_period = aim.aim in ("growth", "share", "total", "average_growth")
    due = aim.period
    if aim.aim == "average_growth" and aim.base is not None:
        due = Period.span_of(aim.base.last + 1, due.last)
    when = f"{'' if for_its_period else '到'}{period_label(due)}"
    if aim.aim == "multiple" and aim.base is not None:
        operator = _TO_BE[aim.operator]
        start = f"{when}，{measured(clause)}的目标是{operator}{period_label(aim.base)}的"
        return Line(start, write.number(clause.mention, qualified=False))
    total = "累计" if aim.aim == "total" else ""
    return Line(f"{when}，{measured(clause)}{total}的目标是", write.number(clause.mention))


def _goal(target: TargetName, write: Writer) -> Line:
    """（超过700亿元）, （增速达到6%）, （比2020年下降18%）: what is to be reached."""
    number = write.number(target.threshold, qualified=False)
    before = {
        "growth": "增速",
        "average_growth": "年均增速",
        "reduction": f"{_since(target)}下降",
        "total": "累计",
        "share": "比重",
    }.get(target.aim, "")
    operator = (
        ""
        if target.is_range or (target.aim == "reduction" and target.operator in ("ge", "eq"))
        else _TO_BE[target.operator]
    )
    base = f"{period_label(target.base)}的" if target.aim == "multiple" and target.base is not None else ""
    return Line(f"（{before}{operator}{base}", number, "）")


def _task(clause: Clause) -> str:
    """年度目标任务 for the first months of the target's own year, else 2025年目标."""
    due = clause.aim.period
    in_its_year = due.months <= 12 and due.contains(clause.period) and clause.period != due
    return "年度目标任务" if in_its_year else f"{period_label(due)}目标"


def _share_of_goal(clause: Clause, write: Writer) -> Line:
    """的46.0%; 的90.9%以上; 不足100.0%."""
    is_more = clause.mention.size_qualifier in ("gt", "ge")
    is_less = clause.mention.size_qualifier in ("lt", "le")
    number = write.number(clause.mention, size=True, qualified=not is_more)
    return Line("" if is_less else "的", number, "以上" if is_more else "")


def _ahead_of_plan(clause: Clause) -> str:
    """，提前两年完成 of a target that is reached before its year, unless the plan began beyond it."""
    if clause.is_base_there:
        return _BASE_THERE
    years = clause.years_ahead
    return f"{COMMA}提前{_YEARS.get(years, str(years))}年完成" if years else ""


_BASE_THERE = "，规划基期即已达到"
_YEARS = {1: "一", 2: "两", 3: "三", 4: "四", 5: "五"}


def few(counted: Mention, target: TargetName, write: Writer) -> Line:
    """为5个，2025年目标为不低于10个: a completion of few things in running text, as how many there are."""
    goal = f"{COMMA}{period_label(target.period)}目标为"
    return Line("为", write.number(counted), goal, write.number(target.threshold))


def _side(clause: Clause) -> str:
    """On which side of a target a figure is: one to come down to is missed from above."""
    year, passed = period_label(clause.aim.period), clause.mention.sign < 0
    if clause.aim.comes_down:
        return f"低于{year}目标" if passed else f"距{year}目标还需降低"
    return f"超出{year}目标" if passed else f"距{year}目标还差"


def _or_past(clause: Clause) -> str:
    """ "Less than 5 short" may also be past: then the sentence says so."""
    if clause.mention.size_qualifier not in ("lt", "le"):
        return ""
    return "（也可能未达到）" if clause.mention.sign < 0 else "（也可能已达到）"


def _requires(clause: Clause, write: Writer) -> Line:
    """2022—2025年年均需增长21.4%."""
    at, due = clause.period, clause.aim.period
    number = write.number(clause.mention, size=True)
    verb = "下降" if clause.mention.direction is Direction.DOWN else "增长"
    whole_years = at.kind is PeriodKind.YEAR and due.kind is PeriodKind.YEAR
    if whole_years and due.year == at.year + 1:
        return Line(f"{period_label(due)}需{verb}", number)
    when = f"{at.year + 1}—{due.year}年" if whole_years else f"{end(at)}起"
    return Line(f"{when}年均需{verb}", number)


_worded = worded.and_of(
    goal=lambda clause, write: _goal(clause.aim, write),
    required=_requires,
    task=lambda clause, _: _task(clause),
    share_of_goal=_share_of_goal,
    ahead_of_plan=lambda clause, _: _ahead_of_plan(clause),
    missed=lambda clause, _: f"{COMMA}未完成目标" if clause.is_missed else "",
    side=lambda clause, _: _side(clause),
    or_past=lambda clause, _: _or_past(clause),
    year=lambda clause, _: "年度" if clause.aim.period.months <= 12 else period_label(clause.aim.period),
    reach=lambda clause, _: "达" if clause.mention.qualifier == "eq" else "",
    at_base=lambda clause, _: _BASE_THERE if clause.is_base_there else "",
    because=lambda clause, write: write.sentence(clause.reason) if clause.reason else STOP,
)
_COMPLETED = "完成{task}{goal}{share_of_goal}{ahead_of_plan}{missed}"
_MOVED_AWAY = "较基期更偏离{due}目标{goal}"

_verb = _worded.verb

VERBS: dict[VerbCode, Verb] = {
    "set": _verb(whole=_set),
    "set_in_words": _verb(whole="到{period}，{series}的目标：{words}"),
    "completed": _verb(predicate=_COMPLETED, addition=_COMPLETED),
    "lacked": _verb(
        predicate=_worded.either(
            lambda clause: clause.mention.sign == 0, "与{due}目标值持平", "{side}{size}{or_past}"
        ),
        addition=_worded.either(
            lambda clause: clause.aim.comes_down, "高出目标{size}{or_past}", "距目标还差{size}{or_past}"
        ),
    ),
    "moved_away": _verb(predicate=_MOVED_AWAY, addition=_MOVED_AWAY),
    "progressed": _verb(predicate="自起点向{due}目标{goal}推进了{number}"),
    "requires": _verb(whole="要实现{due}目标，{series}{required}", addition=_requires),
    "on_path": _verb(
        whole=_worded.either(
            lambda clause: clause.aim.comes_down,
            "按等速推进至{due}目标测算，{period}{series}应降至{number}",
            "按等速推进至{due}目标测算，{period}{series}应达到{number}",
        )
    ),
    "elapsed": _verb(whole="截至{end}，{due}目标的序时进度为{number}"),
    "keeps_pace": _verb(
        whole="截至{end}，{series}{year}目标完成进度{pace}", addition="{pace}", change="{pace}"
    ),
    "projected": _verb(whole="按现有增速推算，{due}{series}将{reach}{number}"),
    "stands": _verb(
        whole="{series}{due}目标状态：{number}。{reason}",
        addition=_worded.either(
            lambda clause: bool(clause.reason) and not clause.is_base_there,
            "是否完成尚无法判断",
            "{number}{at_base}",
        ),
        is_closed=True,
    ),
    "measured": _verb(whole="以{period}的数据测算。"),
    **dict.fromkeys(("set_aside", "set_aside_later"), _verb(whole="{period}的{number}未采用，因{because}")),
}
