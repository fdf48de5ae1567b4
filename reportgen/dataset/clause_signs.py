"""Does a record rise or fall as its clause does? A fall recorded as a rise, and a level below zero."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.dataset.findings import error, warning
from reportgen.dataset.number_words import NumberInText, folded, numbers_in
from reportgen.dataset.raw import at
from reportgen.dataset.records import Citation, Dataset, Measure, Observation, Target
from reportgen.dataset.wording import as_stated, name_of
from reportgen.findings import Finding
from reportgen.values import ZERO

_FALL = (
    r"down(?:ward)?|fell|fall(?:s|en|ing)?|decreas\w*|declin\w*|dropp?\w*|reduc\w*|lower\w*|slow\w*|shr[aiu]nk\w*|shed|"
    r"contract(?:s|ed|ing|ion)|slump\w*|plung\w*|slid|下降|下滑|下跌|减少|缩减|降低|回落|放缓|慢于|低于|降幅|跌幅"
)
_RISE = (
    r"up(?:ward)?|rose|ris(?:e|es|en|ing)|increas\w*|gr[eo]w\w*|gain\w*|climb\w*|jump\w*|surg\w*|soar\w*|higher|faster|"
    r"增长|增加|上升|上涨|提高|加快|快于|高于|增幅|涨幅"
)
_BELOW_ZERO = r"minus|negative|deficit|loss(?:es)?|lost|less|fewer|below|behind|outflow\w*|负|亏|逆差|净流出|净减|不及|不足|少于"
"""Words that stand for a number below zero without telling of a change."""
_TURNED = re.compile(r"narrow|widen|收窄|扩大|缩小")
"""A fall that narrows is a rise: nothing is concluded from a clause with such a word."""
_DIRECTION = re.compile(rf"(?P<fall>(?<![a-z])(?:{_FALL})(?![a-z]))|(?P<rise>(?<![a-z])(?:{_RISE})(?![a-z]))")
_ANY_FALL = re.compile(rf"(?<![a-z])(?:{_FALL}|{_BELOW_ZERO}|cut|跌|降|减)(?![a-z])")
_MINUS = re.compile(r"(?:^|[\s(:,，：（])[-−](?:us\$|\$|¥|￥|€)?$")
_STOP = re.compile(r"[,;:.，；：。、](?!\d)")
_SIGNED = (Measure.GROWTH_YOY, Measure.DIFFERENCE_PP)
_RATES = ("percent", "percentage_points")

Record = Observation | Target


def check_signs(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each figure below zero that no clause puts there, and each fall that is recorded as a rise."""
    for observation in dataset.observations.values():
        citations = dataset.citations_by_subject.get(observation.obs_id, ())
        if observation.measure in _SIGNED:
            opposite = [citation for citation in citations if _says_opposite(citation, observation)]
            if opposite and len(opposite) == len(citations):
                yield _direction(opposite[0], observation)
            else:
                yield from (_direction(citation, observation) for citation in opposite)
        elif observation.unit not in _RATES:
            yield from _level_below_zero(dataset, observation, observation.obs_id, citations)
    for target in dataset.targets.values():
        if target.unit not in _RATES:
            citations = dataset.citations_by_subject.get(target.target, ())
            yield from _level_below_zero(dataset, target, target.target, citations)


def _level_below_zero(
    dataset: Dataset, record: Record, subject: str, citations: tuple[Citation, ...]
) -> Iterator[Finding]:
    """Flows, stocks and counts are not negative; a balance or a loss is, and then its clause says so."""
    if record.quantity.value >= ZERO or any(_speaks_of_fall(citation, record) for citation in citations):
        return
    name, stated = name_of(dataset, record), as_stated(record)
    said_en = (
        "but its clause speaks of no deficit, loss or minus" if citations else "and no source is cited for it"
    )
    said_zh = "而其引文未提及负值、逆差或亏损" if citations else "且未引用任何来源"
    yield (error if citations else warning)(
        "negative-level",
        at(record.place, record.place.row, "value", record.quantity.text),
        (f"{name.en}, is recorded as {stated.en}, {said_en}.", f"{name.zh}记为{stated.zh}，{said_zh}。"),
        (
            "Remove the minus sign, or quote the words that say it.",
            "请删去负号，或引用表明其为负值的原文。",
        ),
        subject,
    )


def _says_opposite(citation: Citation, observation: Observation) -> bool:
    """Whether the clause clearly tells of a fall where a rise is recorded, or the other way round."""
    text = folded(citation.statement)
    value = observation.quantity.value
    if value == ZERO or _TURNED.search(text):
        return False
    numbers = numbers_in(text)
    matching = [number for number in numbers if number.value == abs(value)]
    if not matching:
        return False  # another check says that the clause does not hold the number
    if value < ZERO and _speaks_of_fall(citation, observation):
        return False
    said = {_direction_beside(text, number, numbers) for number in matching}
    return said == {"rise" if value < ZERO else "fall"}


def _speaks_of_fall(citation: Citation, record: Record) -> bool:
    text = folded(citation.statement)
    wanted = abs(record.quantity.value)
    with_minus = any(_has_minus(text, number) for number in numbers_in(text) if number.value == wanted)
    return with_minus or _ANY_FALL.search(text) is not None


def _direction_beside(text: str, number: NumberInText, numbers: list[NumberInText]) -> str | None:
    """The direction that the words next to a number give it: the last before it, else the first after it, both within
    its own part of the sentence."""
    if _has_minus(text, number):
        return "fall"
    start = max((other.end for other in numbers if other.end <= number.start), default=0)
    end = min((other.start for other in numbers if other.start >= number.end), default=len(text))
    before = list(_DIRECTION.finditer(_STOP.split(text[start : number.start])[-1]))
    if before:
        return before[-1].lastgroup
    after = _DIRECTION.search(_STOP.split(text[number.end : end])[0])
    return after.lastgroup if after else None


def _has_minus(text: str, number: NumberInText) -> bool:
    return _MINUS.search(text[: number.start]) is not None


def _direction(citation: Citation, observation: Observation) -> Finding:
    number, stated = observation.quantity.text, as_stated(observation)
    falls = observation.quantity.value > ZERO
    right = f"-{number.removeprefix('+')}" if falls else number.removeprefix("-")
    said = ("a fall", "下降") if falls else ("a rise", "上升")
    return error(
        "direction-against-clause",
        at(citation.place, citation.place.row, "statement", citation.statement),
        (
            f"“{citation.subject}” is recorded as {stated.en}, but its clause speaks of {said[0]}.",
            f"“{citation.subject}”记为{stated.zh}，而其引文说的是{said[1]}。",
        ),
        (f"Write {right} in the column “value”.", f"请在“value”列填写{right}。"),
        citation.subject,
    )
