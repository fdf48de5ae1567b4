"""Every code of a finding has its words in every language, is made somewhere, and is named in a test."""

import re
from functools import cache
from pathlib import Path

import pytest

from reportgen.language import language, languages
from reportgen.language.contract import SUBJECTS
from tests.source import MODULES, source_of

TESTS = Path(__file__).parent
SOURCES = [path for layer, path in MODULES if layer != "language"]

COMPUTED_VARIANTS = {"direction-against-clause"}
"""Codes whose variants are values of the data, not texts of the program."""


def entries(code: str) -> list[str]:
    """The keys of the findings of a language: ``code`` or ``code/variant``."""
    return [key for subject in SUBJECTS for key in language(code).subject(subject).FINDINGS]


def made_at_once() -> set[str]:
    """The keys of all ``Finding("code", ..., variant="variant")`` with plain texts."""
    calls = [call for path in SOURCES for call in source_of(path).calls]
    made = [call.texts for call in calls if call.is_plain and call.name == "Finding"]
    return {
        "/".join(filter(None, (texts[""], texts.get("variant"))))
        for texts in made
        if texts[""] is not None and texts.get("variant", "") is not None
    }


@cache
def pieces() -> set[str]:
    """The texts of the package, and their parts between slashes."""
    written = {text.value for path in SOURCES for text in source_of(path).texts}
    return {piece for text in written for piece in text.split("/")}


def named_in_tests() -> set[str]:
    return {
        word
        for path in TESTS.rglob("*.py")
        if path != Path(__file__)
        for text in source_of(path).texts
        if not text.is_said  # a docstring tests nothing
        for word in (text.value, *re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", text.value))
    }


@pytest.mark.parametrize("code", languages())
def test_every_language_words_the_same_findings(code):
    words = entries(code)
    assert len(words) == len(set(words)), "a code stands in two subjects"
    assert set(words) == set(entries("en"))


def test_every_finding_that_is_made_has_its_words():
    assert made_at_once() - set(entries("en")) == set()


def test_every_entry_is_of_a_finding_that_is_made():
    keys = [key.partition("/") for key in entries("en")]
    unmade = {code for code, _, _ in keys if code not in pieces()}
    assert unmade == set()
    variants = [(code, variant) for code, _, variant in keys if variant and code not in COMPUTED_VARIANTS]
    assert [f"{code}/{variant}" for code, variant in variants if variant not in pieces()] == []


def test_every_code_is_named_in_a_test():
    codes = {key.partition("/")[0] for key in entries("en")}
    assert codes - named_in_tests() == set()
