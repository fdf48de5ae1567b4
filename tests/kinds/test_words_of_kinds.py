"""Each language has words for all that kinds and calculations say, and none that nobody says."""

from typing import get_args

import pytest

from reportgen.kinds.declaration import declarations
from reportgen.language import language, languages
from reportgen.language.clauses import Standing, VerbCode
from tests.source import MODULES, source_of

BUILT = {
    "calculations": {
        *("bound-lower", "bound-upper", "bound-approximate"),
        *("parts-areas", "parts-breakdown", "parts-partners", "parts-months", "parts-quarters"),
    },
    "kinds": {"unknown-indicator", "unknown-area", "unknown-target", "unknown-base"},
}
"""Codes that are put together from a value."""


def codes_said(subject):
    """The codes of messages and reasons that the package makes, by the name that follows ``subject.``."""
    found = set(BUILT[subject])
    for text in (text for layer, path in MODULES if layer != "language" for text in source_of(path).texts):
        head, dot, name = text.value.partition(".")
        if head == subject and dot and name.replace("-", "").isalpha() and name[-1] != "-":
            found.add(name)
    return found


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("subject", ["calculations", "kinds"])
def test_every_code_has_an_entry_and_every_entry_a_code(subject, code):
    entries = set(language(code).subject(subject).MESSAGES)
    assert codes_said(subject) - entries == set()
    assert entries - codes_said(subject) == set()


@pytest.mark.parametrize("code", languages())
def test_every_kind_has_its_words(code):
    names = {kind.name for kind in declarations()}
    assert set(language(code).subject("kinds").NAMES) == names
    assert set(language(code).subject("kinds").MISSING) == names


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("kind", declarations(), ids=lambda kind: kind.name)
def test_every_verb_has_words_where_its_clause_may_stand(kind, code):
    """First in a sentence; and after another clause where the kind says that it follows."""
    verb = language(code).grammar.verbs[kind.verb]
    assert verb.predicate or verb.whole
    assert kind.form.standing in (Standing.OPENS, Standing.ALONE) or verb.addition


@pytest.mark.parametrize("code", languages())
def test_every_verb_is_declared_and_each_that_is_declared_has_words(code):
    assert set(language(code).grammar.verbs) == set(get_args(VerbCode))


def test_every_verb_that_code_gives_a_clause_is_declared():
    """What ``replace`` is given is not typed."""
    given = {
        call.texts["verb"] for _, path in MODULES for call in source_of(path).calls if call.texts.get("verb")
    }
    assert given >= {"moved_away", "converted"}
    assert given - {*get_args(VerbCode), "had"} == set()
