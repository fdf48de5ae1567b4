"""How clauses become sentences in every language: what each verb says, by the place of its clause."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportgen.content import Line
from reportgen.language.clause_words import ClauseMaker, ClauseParts, Verb
from reportgen.language.clauses import Clause, Direction, VerbCode, Writer
from reportgen.record import Record


class Grammar(Record, eq=False):
    """The sentences of a language (``GRAMMAR`` in its ``sentences.py``)."""

    parts: ClauseParts
    verbs: Mapping[VerbCode, Verb]
    opening: Callable[[Clause], str]
    """Period and subject."""
    ways: Callable[[Clause], Mapping[Direction, str]]
    """Up and down, of what a clause says."""

    def sentence(self, clauses: tuple[Clause, ...], write: Writer) -> Line:
        """The clauses as one sentence: the first says period and subject, the others follow it."""
        first, *others = clauses
        verb = self.verbs[first.verb]
        opening = "" if verb.whole else self.opening(first)
        line = Line(opening, verb.whole(first, write) if verb.whole else self.predicate(first, write))
        is_said = first.is_period_inferred
        for clause in others:
            line.add(self.joint(clause), self.addition(clause, write))
            line.add("" if is_said else self.parts.inferred_behind(clause))
            is_said = is_said or clause.is_period_inferred
        return line if verb.is_closed else line.add(self.parts.punctuation.STOP)

    def predicate(self, clause: Clause, write: Writer) -> Line:
        """A clause without its period and subject, after the verb's own gap."""
        return _said(self.verbs[clause.verb].predicate, clause, write)

    def addition(self, clause: Clause, write: Writer) -> Line:
        """A clause that follows another of the same subject."""
        return _said(self.verbs[clause.verb].addition, clause, write)

    def joint(self, clause: Clause) -> str:
        """What is between the clause before and this one."""
        return self.verbs[clause.verb].joint or self.parts.punctuation.COMMA

    def change(self, clause: Clause, write: Writer) -> Line:
        """Direction and size alone: ``up 63.3% year on year``, ``down 0.5 percentage points``."""
        if words := self.verbs[clause.verb].change:
            return words(clause, write)
        way = self.ways(clause).get(clause.mention.direction)
        return (
            Line(way, write.number(clause.mention, size=True)) if way else Line(write.number(clause.mention))
        )

    def basis(self, clauses: tuple[Clause, ...], write: Writer) -> Line:
        """On which figure a target is measured, which later ones were not used and why: a sentence each."""
        line = Line()
        for clause in clauses:
            said = _said(self.verbs[clause.verb].whole, clause, write)
            line.add(self.parts.punctuation.GAP if line else "", said)
        return line


def _said(words: ClauseMaker | None, clause: Clause, write: Writer) -> Line:
    assert words is not None, clause.verb
    return words(clause, write)
