"""Paragraphs: every clause of every statement and of its parts, one after the other."""

from reportgen.language.running_text import RunningText
from tests.language.pseudo import labels
from tests.language.pseudo.sentences import GRAMMAR


class _Keys(RunningText):
    LONGEST_KEY_MESSAGE = 10**6
    OF_WHICH = "‹of which› "

    def are_shares(self, one, first):
        return False

    def of_whole(self, subject, when, told):
        return f"{labels.series(subject)} {when}"

    def part(self, statement, told, write, *, again):
        return GRAMMAR.sentence(statement.clauses, write)

    def left_out(self, clauses, write):
        return GRAMMAR.sentence(clauses, write)


PARAGRAPHS = _Keys(GRAMMAR)
