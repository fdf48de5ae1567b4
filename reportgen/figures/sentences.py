"""Sentences about figures: their clauses, said in the document's language. Every number in one keeps its key."""

from __future__ import annotations

from reportgen.content import Line, Number, Sentence
from reportgen.dataset.records import Target
from reportgen.figures import clauses, target_clauses
from reportgen.figures.numbers import NumberStyle
from reportgen.figures.presentation import Presentation
from reportgen.kinds.basis import successor
from reportgen.kinds.figure import Figure
from reportgen.language import language, say
from reportgen.language.clauses import Mention
from reportgen.messages import Message, Reason, Words
from reportgen.periods import Period


def sentence(document: Presentation, figure: Figure) -> Sentence:
    """The sentence that says the figure; without a number, why there is none."""
    return (
        language(document.language)
        .grammar.sentence(clauses.clauses_of(document, figure), PageWriter(document))
        .sentence()
    )


def progress_sentence(document: Presentation, target: Target, period: Period) -> Sentence:
    """All of a target's progress at ``period``."""
    said = target_clauses.progress_clauses(document, target, period)
    return language(document.language).grammar.sentence(said, PageWriter(document)).sentence()


_MEASURED_AND_SET = 2
"""Inputs of a gap between one figure and what the target asks for; others are measured on several."""


def verdict(document: Presentation, target: Figure, gap: Figure, status: Figure) -> Sentence:
    """What was measured, what the target asks for, and whether it was kept, or is so far; else by how much it is missed."""
    measured = [document.catalogue.get(gap.inputs[0])] if len(gap.inputs) == _MEASURED_AND_SET else []
    line = Line(*(sentence(document, figure) for figure in measured))
    asked_and_kept = [clauses.clause_of(document, target), clauses.clause_of(document, status)]
    if status.state in ("missed", "behind") and gap.value is not None and gap.value > 0:
        asked_and_kept.append(clauses.clause_of(document, gap))
    said = (
        language(document.language).grammar.sentence(tuple(asked_and_kept), PageWriter(document)).sentence()
    )
    return line.add(language(document.language).punctuation.GAP if measured else "", said).sentence()


def revision(document: Presentation, target: Target, period: Period) -> Sentence | None:
    """That a target was replaced by the end of ``period``, and what has been set since; ``None`` where it still holds."""
    revisions = [target]
    while (
        other := successor(document.dataset, revisions[-1], period)
    ) is not None and other not in revisions:
        revisions.append(other)
    last = revisions[-1]
    if last is target:
        return None
    since = document.say(Message("figures.target-replaced", since=Period.parse(last.issued)))
    now = sentence(document, document.catalogue.target_figure(last.target))
    return Line(since, language(document.language).punctuation.GAP, now).sentence()


def basis_note(document: Presentation, target: Target) -> Sentence | None:
    """On which figure a target is measured, which later ones are set aside and why; ``None`` where nothing is."""
    line = language(document.language).grammar.basis(
        target_clauses.basis(document, target), PageWriter(document)
    )
    return line.sentence() if line else None


def change_clause(document: Presentation, figure: Figure) -> Line:
    """Direction and size of a growth or difference: ``up 63.3% year on year``."""
    return language(document.language).grammar.change(
        clauses.clause_of(document, figure), PageWriter(document)
    )


def reason_after_colon(document: Presentation, figure: Figure) -> str:
    """Why a figure has no number, as the end of a sentence that begins with what has none."""
    return after_colon(document, document.why(figure))


def after_colon(document: Presentation, why: Reason | None) -> str:
    """A reason as the end of a sentence that begins with what it is a reason of."""
    return (
        language(document.language).punctuation.closed(PageWriter(document).clause(why))
        if why is not None
        else ""
    )


class PageWriter:
    """What the grammar asks of a document."""

    def __init__(self, document: Presentation) -> None:
        self._document = document

    def number(
        self,
        figure: Mention,
        *,
        size: bool = False,
        qualified: bool = True,
        counter: bool = True,
        as_worded: bool = True,
        manifold: int = -1,
    ) -> Number:
        style = NumberStyle(
            magnitude=size, qualified=qualified, counter=counter, as_worded=as_worded, manifold=manifold,
            in_words=True,
        )  # fmt: skip
        return self._document.number(self._document.figures[figure.key], style)

    def sentence(self, words: Words) -> str:
        return self._document.sentence_of(words)

    def clause(self, reason: Words) -> str:
        return say(reason, self._document.language, in_print=True)
