"""How clauses become sentences in every language: what each verb says, by where its clause stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportgen.content import Line
from reportgen.language.clause_words import ClauseParts, Make
from reportgen.language.clauses import Clause, Direction, Writer
from reportgen.record import Record


class Grammar(Record, eq=False):
    """The sentences of a language (``GRAMMAR`` in its ``sentences.py``), each table by the verb of the clause."""

    parts: ClauseParts
    opening: Callable[[Clause], str]
    """Period and subject."""
    predicates: Mapping[str, Make]
    """What follows the opening: `` reached 32.21 billion yuan``."""
    whole_sentences: Mapping[str, Make]
    """Sentences whose subject does not stand first."""
    additions: Mapping[str, Make]
    """What a clause says after another one of the same subject: ``up 63.3% year on year``."""
    changes: Mapping[str, Make]
    """Direction and size alone; of other verbs ``rise`` or ``fall`` with the number."""
    bases: Mapping[str, Make]
    """On which figure a target is measured, which later ones are set aside and why: a sentence each."""
    ways: Callable[[Clause], Mapping[Direction, str]]
    """Up and down, of what a clause says."""
    of_trade: Mapping[str, Make] = {}
    """What is said of an area's exports and imports together, after its name."""
    compared: Mapping[str, Make] = {}
    """What is set against another series or time, after the period."""
    joints: Mapping[str, str] = {}
    """What joins an addition to the clause before, where it is no comma."""
    closed: tuple[str, ...] = ()
    """Sentences that end with one of another's."""

    def sentence(self, clauses: tuple[Clause, ...], write: Writer) -> Line:
        """The clauses as one sentence: the first says period and subject, the others follow it."""
        first, *others = clauses
        whole = self.whole_sentences.get(first.verb)
        line = whole(first, write) if whole else Line(self.opening(first), self.predicate(first, write))
        for clause in others:
            line.add(self.joint(clause), self.addition(clause, write))
        return line if first.verb in self.closed else line.add(self.parts.punctuation.STOP)

    def predicate(self, clause: Clause, write: Writer) -> Line:
        """A clause without its period and subject, after the verb's own gap."""
        return self.predicates[clause.verb](clause, write)

    def addition(self, clause: Clause, write: Writer) -> Line:
        """A clause that follows another of the same subject."""
        return self.additions[clause.verb](clause, write)

    def joint(self, clause: Clause) -> str:
        """What stands between the clause before and this one."""
        return self.joints.get(clause.verb, self.parts.punctuation.COMMA)

    def change(self, clause: Clause, write: Writer) -> Line:
        """Direction and size alone: ``up 63.3% year on year``, ``down 0.5 percentage points``."""
        if words := self.changes.get(clause.verb):
            return words(clause, write)
        way = self.ways(clause).get(clause.mention.direction)
        return (
            Line(way, write.number(clause.mention, size=True)) if way else Line(write.number(clause.mention))
        )

    def basis(self, clauses: tuple[Clause, ...], write: Writer) -> Line:
        """On which figure a target is measured, which later ones were not used and why."""
        line = Line()
        for clause in clauses:
            line.add(self.parts.punctuation.GAP if line else "", self.bases[clause.verb](clause, write))
        return line
