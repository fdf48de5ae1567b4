"""The grammar: the verb's code, whom it is about, the number, and what it is taken against."""

from reportgen.content import Line
from reportgen.language.clause_words import ClauseParts, Verb
from reportgen.language.grammar import Grammar
from reportgen.names import SeriesName
from tests.language.pseudo import CODE, AnyKey, labels, periods, punctuation, word


def _clause(clause, write):
    line = Line(f"{word(clause.verb)} {labels.series(clause.subject)} {word(clause.period)} ")
    if clause.figure is not None:
        line.add(write.number(clause.figure), " ")
    if clause.comparison is not None:
        against = clause.comparison
        named = [labels.series(against.series)] if isinstance(against.series, SeriesName) else []
        named += [labels.area(against.area)] if against.area else []
        line.add(" ".join([word(against.basis.value), *named]), " ")
    if clause.target is not None:
        line.add(write.number(clause.target.threshold), " ")
    for said in (clause.reason, clause.note):
        line.add(write.sentence(said) if said else "")
    return line.add(clause.words)


GRAMMAR = Grammar(
    ClauseParts(CODE, labels, periods, punctuation, {}),
    AnyKey(lambda verb: Verb(whole=_clause, addition=_clause, change=_clause)),
    opening=None,
    ways=None,
)
