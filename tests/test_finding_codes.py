"""Every code of a finding, and every variant, has its words in every language, is made somewhere, and is named in a test."""

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


@cache
def named_in_tests() -> list[set[str]]:
    """The words of the texts of each test's file, and the texts."""
    return [
        {
            word
            for text in source_of(path).texts
            if not text.is_said  # a docstring tests nothing
            for word in (text.value, *re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", text.value))
        }
        for path in TESTS.rglob("*.py")
        if path != Path(__file__)
    ]


@cache
def worded(code: str) -> dict[str, str]:
    """What each finding says in a language, its entry as text."""
    return {
        key: f"{advice.what}|{advice.remedy}"
        for subject in SUBJECTS
        for key, advice in language(code).subject(subject).FINDINGS.items()
    }


def own_words(key: str) -> set[str]:
    """The stretches of a finding's words that no other finding has."""
    return {
        piece
        for code, shortest in (("en", 14), ("zh", 6))
        for between in ("", "|[“”:：]")  # whole, and without what stands around values
        for piece in re.split(rf" *(?:\{{[^{{}}]*\}}|[{{}}|?]{between}) *", worded(code)[key])
        if len(piece) >= shortest
        and [other for other, text in worded(code).items() if piece in text] == [key]
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
    assert codes - set().union(*named_in_tests()) == set()


def test_every_variant_is_named_in_a_test():
    """By its whole key, or by what it says and no other finding does."""
    texts = "\n".join(text for words in named_in_tests() for text in words)
    variants = [key for key in entries("en") if "/" in key]
    assert [key for key in variants if not any(said in texts for said in (key, *own_words(key)))] == []
