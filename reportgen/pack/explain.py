"""Where a number comes from: a figure and, below it, everything it was computed from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from reportgen.errors import Bilingual, Finding, ReportgenError
from reportgen.figures.languages import POWERS
from reportgen.pack.stated import quantity_in

if TYPE_CHECKING:
    from reportgen.pack.carried import KnownFigure
    from reportgen.pack.lineage_sources import LineageSource

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
            "findings": [finding.to_json() for finding in self.findings],
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
    from reportgen.pack.audit.knowledge import is_rounded, shows

    stated = quantity_in(asked)
    if stated is None:
        return []
    exact = [figure for figure in known if shows(figure, stated, "en")]
    if exact or stated.unit not in ("", "count") or stated.power:
        return exact
    powers = {0, *POWERS["en"], *POWERS["zh"]}
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
    """The tree as text for a terminal."""
    return "\n".join(_lines(explanation, language, letter="", indent=""))


_WORDS = {
    "full": {"en": "in full", "zh": "完整值"},
    "rounded": {"en": "shown rounded half up to", "zh": "显示时四舍五入至"},
    "formula": {"en": "formula", "zh": "公式"},
    "qualifier": {"en": "qualifier", "zh": "限定词"},
    "bound": {"en": "bound", "zh": "界限"},
    "scope": {"en": "scope", "zh": "口径"},
    "unsaid": {"en": "the source does not say", "zh": "来源未说明"},
    "period": {"en": "period", "zh": "时期"},
    "inferred": {"en": "inferred", "zh": "推断"},
    "reason": {"en": "no number, because", "zh": "不给出数值，原因"},
    "note": {"en": "note", "zh": "说明"},
}


def _lines(explanation: Explanation, language: str, letter: str, indent: str) -> Iterator[str]:
    record = explanation.record
    head = f"{letter} = " if letter else ""
    label = explanation.label.in_language(language)
    yield f"{indent}{head}{record.get(f'display_{language}', '')}  {label}  [{record['id']}]"
    inner = indent + ("    " if letter else "  ")
    for label, text in _facts(record, language):
        yield f"{inner}{label}{'：' if language == 'zh' else ': '}{text}"
    for citation in record["citations"]:
        source = explanation.sources[citation["source"]]
        quoted = f"“{citation['statement']}”"
        yield f"{inner}{quoted} — {source} [{citation['source']}]"
    for finding in explanation.findings:
        yield f"{inner}! {finding.sentence(language)}"
    for number, part in enumerate(explanation.inputs):
        yield from _lines(part, language, chr(ord("a") + number), inner)


def _facts(record: dict[str, Any], language: str) -> Iterator[tuple[str, str]]:
    def word(name: str) -> str:
        return _WORDS[name][language]

    if record["value"] is None:
        yield word("reason"), record.get(f"reason_{language}") or word("unsaid")
    else:
        yield word("full"), f"{record['value']} {record['unit']}; {word('rounded')} 10^{record['precision']}"
    if record["formula"]:
        yield word("formula"), record["formula"]
    basis = f" ({word('inferred')})" if record["period_basis"] == "inferred" else ""
    yield word("period"), record["period"] + basis
    if record["qualifier"] != "eq":
        yield word("qualifier"), record["qualifier"]
    if record["bound"] != "exact":
        yield word("bound"), record["bound"]
    if record["observation"] or record["target"]:
        yield word("scope"), record["scope"] or word("unsaid")
    if record[f"note_{language}"]:
        yield word("note"), record[f"note_{language}"]
