"""Where a number comes from: a figure and, below it, everything it was computed from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from reportgen.errors import ReportgenError
from reportgen.findings import Finding
from reportgen.language import finding_record, period_label, powers_in_use, quantity_words, sentence_of
from reportgen.language.quantity_reader import quantity_in
from reportgen.messages import Bilingual
from reportgen.periods import Period

if TYPE_CHECKING:
    from reportgen.finished.carried import KnownFigure
    from reportgen.living.lineage_sources import LineageSource

_DEEPEST = 12


@dataclass(frozen=True)
class Explanation:
    """One figure of a lineage tree: its record, what it was computed from, its sources, the findings about it."""

    record: dict[str, Any]
    label: Bilingual
    inputs: tuple[Explanation, ...]
    sources: dict[str, str]
    findings: tuple[Finding, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            **self.record,
            "inputs": [part.to_json() for part in self.inputs],
            "sources": self.sources,
            "findings": [finding_record(finding) for finding in self.findings],
        }


def candidates(lineage: LineageSource, asked: str) -> list[KnownFigure]:
    """The figures that ``asked`` may mean: one for an id or a short key; all that show the number for "46.0%".

    Raises ``ReportgenError`` where there is none, with the nearest id.
    """
    asked = asked.strip()
    known = list(lineage.figures())
    named = lineage.figure(asked) or next((figure for figure in known if figure.key == asked), None)
    if named is not None:
        return [named]
    in_these_words = lineage.shown_as(asked)
    if in_these_words:
        return [figure for figure in known if figure.id in set(in_these_words)]
    found = _showing(asked, known)
    if found:
        return found
    raise _not_found(asked, known)


def explain(lineage: LineageSource, asked: str) -> Explanation:
    """The lineage of a figure, asked for by its id, its short key, or a number that only one figure shows."""
    found = candidates(lineage, asked)
    if len(found) > 1:
        ids = ", ".join(figure.id for figure in found)
        raise ReportgenError(
            Bilingual(f"{asked!r} may be any of: {ids}.", f"“{asked}”可能是下列之一：{ids}。")
        )
    return _explained(lineage, found[0], depth=0)


def _showing(asked: str, known: list[KnownFigure]) -> list[KnownFigure]:
    """The figures whose value rounds to the number asked for; with a bare number, in any unit."""
    from reportgen.living.audit.knowledge import is_rounded, shows

    stated = quantity_in(asked)
    if stated is None:
        return []
    exact = [figure for figure in known if shows(figure, stated, "en")]
    if exact or stated.unit not in ("", "count") or stated.power:
        return exact
    powers = powers_in_use()
    return [
        figure
        for figure in known
        if figure.value is not None and any(is_rounded(figure, stated.number, power) for power in powers)
    ]


def _not_found(asked: str, known: list[KnownFigure]) -> ReportgenError:
    ids = [figure.id for figure in known]
    near = (get_close_matches(asked, ids, n=1, cutoff=0.5) or ids[:1] or [""])[0]
    if quantity_in(asked) is not None and "/" not in asked:
        return ReportgenError(
            Bilingual(
                f"No figure shows {asked!r}; `reportgen figures` lists what there is, by ids like {near}.",
                f"没有数字显示为“{asked}”；可用 `reportgen figures` 查看全部，编号形如 {near}。",
            )
        )
    return ReportgenError(
        Bilingual(
            f"{asked!r} is not a figure's id; an id looks like {near}, and `reportgen figures` lists them all.",
            f"“{asked}”不是数字编号；编号形如 {near}，可用 `reportgen figures` 查看全部。",
        )
    )


def _explained(lineage: LineageSource, figure: KnownFigure, depth: int) -> Explanation:
    record = dict(figure.record)
    inputs = [lineage.figure(item) for item in record["inputs"]] if depth < _DEEPEST else []
    about = {figure.id, record["observation"], record["target"]}
    return Explanation(
        record=record,
        label=figure.label,
        inputs=tuple(_explained(lineage, item, depth + 1) for item in inputs if item is not None),
        sources={item["source"]: lineage.source_name(item["source"]) for item in record["citations"]},
        findings=tuple(finding for finding in lineage.findings if about & set(finding.subjects)),
    )


def candidates_text(found: list[KnownFigure], language: str) -> str:
    """Several figures that a number may be, one a line, to ask for again by id."""
    return "\n".join(
        f"{figure.display.in_language(language)}  {figure.label.in_language(language)}  [{figure.id}]"
        for figure in found
    )


def explanation_text(explanation: Explanation, language: str) -> str:
    """The tree as text for a terminal. A finding is told once, at the first figure it concerns."""
    return "\n".join(_lines(explanation, language, letter="", indent="", told=set()))


_WORDS = {
    "full": {"en": "in full", "zh": "完整值"},
    "formula": {"en": "formula", "zh": "公式"},
    "qualifier": {"en": "qualifier", "zh": "限定词"},
    "bound": {"en": "bound", "zh": "界限"},
    "scope": {"en": "scope", "zh": "口径"},
    "unsaid": {"en": "the source does not say", "zh": "来源未说明"},
    "period": {"en": "period", "zh": "时期"},
    "inferred": {"en": " (inferred)", "zh": "（推断）"},
    "reason": {"en": "no number, because", "zh": "不给出数值，原因"},
    "note": {"en": "note", "zh": "说明"},
}
_QUALIFIERS = {
    "gt": {"en": "more than", "zh": "超过"},
    "ge": {"en": "at least", "zh": "不低于"},
    "lt": {"en": "less than", "zh": "不足"},
    "le": {"en": "at most", "zh": "不超过"},
    "almost": {"en": "nearly (below, and close)", "zh": "近（低于且接近）"},
    "about": {"en": "about", "zh": "约"},
}
_BOUNDS = {
    "lower": {"en": "a lower limit: the figure is this or more", "zh": "下限：不低于该值"},
    "upper": {"en": "an upper limit: the figure is this or less", "zh": "上限：不高于该值"},
    "approximate": {"en": "approximate", "zh": "约数"},
    "none": {"en": "cannot be bounded", "zh": "无法界定"},
}


def _lines(
    explanation: Explanation, language: str, letter: str, indent: str, told: set[Finding]
) -> Iterator[str]:
    record = explanation.record
    head = f"{letter} = " if letter else ""
    label = explanation.label.in_language(language)
    yield f"{indent}{head}{record.get(f'display_{language}', '')}  {label}  [{record['id']}]"
    inner = indent + ("    " if letter else "  ")
    for name, text in _facts(record, language):
        yield f"{inner}{name}{'：' if language == 'zh' else ': '}{text}"
    if not explanation.inputs:  # a computed figure's sources stand at what it was computed from
        for citation in record["citations"]:
            source = explanation.sources[citation["source"]]
            yield f"{inner}“{citation['statement']}” — {source} [{citation['source']}]"
    for finding in explanation.findings:
        if finding not in told:
            told.add(finding)
            yield f"{inner}! {sentence_of(finding, language)}"
    for number, part in enumerate(explanation.inputs):
        yield from _lines(part, language, chr(ord("a") + number), inner, told)


def _facts(record: dict[str, Any], language: str) -> Iterator[tuple[str, str]]:
    def word(name: str) -> str:
        return _WORDS[name][language]

    if record["value"] is None:
        yield word("reason"), record.get(f"reason_{language}") or word("unsaid")
    else:
        yield word("full"), f"{_in_full(record, language)}{_rounding(record, language)}"
    if record["formula"]:
        yield word("formula"), record["formula"]
    basis = word("inferred") if record["period_basis"] == "inferred" else ""
    yield word("period"), period_label(Period.parse(record["period"]), language) + basis
    if record["qualifier"] in _QUALIFIERS:
        yield word("qualifier"), _QUALIFIERS[record["qualifier"]][language]
    if record["bound"] in _BOUNDS:
        yield word("bound"), _BOUNDS[record["bound"]][language]
    if record["observation"] or record["target"]:
        yield word("scope"), record["scope"] or word("unsaid")
    if record[f"note_{language}"]:
        yield word("note"), record[f"note_{language}"]


def _in_full(record: dict[str, Any], language: str) -> str:
    """``32,210,000,000 yuan``: every digit, in the base unit."""
    words = quantity_words(language)
    unit = words.unit(record["unit"])
    return f"{Decimal(record['value']):,f}{words.gap(unit)}{unit}"


def _rounding(record: dict[str, Any], language: str) -> str:
    """How print rounds it: to decimals, or to the nearest ten million; a bound so that it stays true."""
    power = int(record["precision"])
    zh = language == "zh"
    way = {"lower": ("rounded down", "向下舍入"), "upper": ("rounded up", "向上舍入")}.get(
        record["bound"], ("rounded half up", "四舍五入")
    )[zh]
    if power <= 0:
        places = f"保留{-power}位小数" if zh else f"to {-power} decimal{'' if power == -1 else 's'}"
        return f"；显示时{way}，{places}" if zh else f"; shown {way} {places}"
    words = quantity_words(language)
    unit = max(known for known in words.powers if known <= power)
    step = words.joined(str(10 ** (power - unit)), words.multiplier(unit))
    return f"；显示时{way}到{step}" if zh else f"; shown {way} to the nearest {step}"
