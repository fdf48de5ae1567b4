"""Where a number comes from: a figure and, below it, everything it was computed from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from reportgen.errors import Bilingual, Finding, ReportgenError
from reportgen.figures.figure import FigureId
from reportgen.figures.listing import listed

if TYPE_CHECKING:
    from reportgen.dataset.records import Dataset
    from reportgen.figures.catalogue import Catalogue
    from reportgen.pack.subject import Subject

_DEEPEST = 12


@dataclass(frozen=True)
class Explanation:
    """One figure of a lineage tree: its record, what it was computed from, its sources, the findings about it."""

    record: dict[str, Any]
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


def explain(subject: Subject, asked: str) -> Explanation:
    """The lineage of a figure, asked for by its id or by its short key."""
    catalogue = subject.catalogue
    figure_id = _find(catalogue, asked.strip())
    return _explained(subject, catalogue, figure_id, depth=0)


def _find(catalogue: Catalogue, asked: str) -> str:
    try:
        return str(FigureId.parse(asked))
    except ValueError:
        pass
    known = {figure.key: str(figure.id) for figure in catalogue.all()}
    if asked in known:
        return known[asked]
    near = get_close_matches(asked, known.values(), n=1, cutoff=0.5)
    raise ReportgenError(
        Bilingual(
            f"{asked!r} is not a figure's id; an id looks like {near[0] if near else next(iter(known.values()), '')}, "
            "and `reportgen figures` lists them all.",
            f"“{asked}”不是数字编号；编号形如 {near[0] if near else next(iter(known.values()), '')}，"
            "可用 `reportgen figures` 查看全部。",
        )
    )


def _explained(subject: Subject, catalogue: Catalogue, figure_id: str, depth: int) -> Explanation:
    figure = catalogue.get(figure_id)
    record = listed(figure, catalogue)
    inputs = record["inputs"] if depth < _DEEPEST else []
    about = {figure_id, figure.observation, figure.target}
    return Explanation(
        record=record,
        inputs=tuple(_explained(subject, catalogue, item, depth + 1) for item in inputs),
        sources={item.source: _source_name(subject.dataset, item.source) for item in figure.citations},
        findings=tuple(finding for finding in subject.findings if about & set(finding.subjects)),
    )


def _source_name(dataset: Dataset, code: str) -> str:
    source = dataset.sources[code]
    parts = [source.author, source.title or source.label.en, source.publisher, source.published]
    return ", ".join(part for part in parts if part)


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
    yield f"{indent}{head}{record[f'display_{language}']}  [{record['id']}]"
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
        yield word("reason"), record[f"reason_{language}"] or word("unsaid")
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
