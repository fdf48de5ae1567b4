"""Paragraphs: every clause of every statement and of its parts, one after the other."""

from reportgen.content import Line
from tests.language.pseudo import labels, sentences, word

LONGEST_KEY_MESSAGE = 10**6


def paragraph(said, write, after=None):
    line = Line()
    for statements in said:
        for statement in statements:
            _add(statement, write, line)
    return line


def _add(statement, write, line):
    if statement.subject is not None:
        line.add(f"{labels.series(statement.subject)} {word(statement.period)} ")
    line.add(sentences.sentence(statement.clauses, write), *statement.marks)
    for part in statement.parts:
        _add(part, write, line)


def headline(clause, write):
    return sentences.predicate(clause, write)


def left_out(clauses, write):
    return sentences.sentence(clauses, write)
