"""Every code of a finding has its words in every language, is made somewhere, and is named in a test."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import reportgen
from reportgen.language import language, languages
from reportgen.language.contract import SUBJECTS

PACKAGE = Path(reportgen.__file__).parent
TESTS = Path(__file__).parent

COMPUTED_VARIANTS = {"direction-against-clause"}
"""Codes whose variants are values of the data, not texts of the program."""


def entries(code: str) -> list[str]:
    """The keys of the findings of a language: ``code`` or ``code/variant``."""
    return [key for subject in SUBJECTS for key in language(code).subject(subject).FINDINGS]


def trees() -> Iterator[ast.AST]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] not in ("language", "_shipped"):
            yield ast.parse(path.read_text(encoding="utf-8"))


def texts_in(tree: ast.AST) -> Iterator[str]:
    """Every text in a source, docstrings and all."""
    return (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def made_at_once() -> set[str]:
    """The keys of all ``Finding("code", ..., variant="variant")`` with plain texts."""
    found = set()
    for node in (node for tree in trees() for node in ast.walk(tree)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding":
            code, variant = (
                node.args[0],
                next((item.value for item in node.keywords if item.arg == "variant"), None),
            )
            if isinstance(code, ast.Constant) and (variant is None or isinstance(variant, ast.Constant)):
                found.add(
                    f"{code.value}/{variant.value}" if isinstance(variant, ast.Constant) else code.value
                )
    return found


CODES = sorted({key.partition("/")[0] for key in entries("en")})
WRITTEN = {text for tree in trees() for text in texts_in(tree)}
PIECES = {piece for text in WRITTEN for piece in text.split("/")}
NAMED = {
    word
    for path in TESTS.rglob("*.py")
    if path != Path(__file__)
    for text in texts_in(ast.parse(path.read_text(encoding="utf-8")))
    for word in (text, *re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", text))
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
    unmade = {code for code, _, _ in keys if code not in PIECES}
    assert unmade == set()
    variants = [(code, variant) for code, _, variant in keys if variant and code not in COMPUTED_VARIANTS]
    assert [f"{code}/{variant}" for code, variant in variants if variant not in PIECES] == []


def test_every_code_is_named_in_a_test():
    assert set(CODES) - NAMED == set()
