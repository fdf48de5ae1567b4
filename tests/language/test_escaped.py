"""The checker of the language of keys: a planted word is found, whole texts of others are none."""

import pytest

from tests.figures.made import real_data
from tests.language.escaped import escaped, texts_of_the_data

DATA = frozenset(texts_of_the_data(real_data()))
LABEL = "Cross-border e-commerce imports and exports"


@pytest.mark.parametrize(
    "word",
    [
        "billion",
        "yuan",
        "growth",
        "the",
        "and",
        "is",
        "imports",
        "exports",
        "trade",
        "percent",
        "level",
        "up",
        "a",
        "s",
        "和",
    ],
)
def test_a_planted_word_is_found_beside_what_the_data_say(word):
    assert LABEL in DATA
    assert escaped(f"‹living.revised› {LABEL} +0.2 {word} ‹CNY›", DATA) == [word]


def test_keys_and_whole_texts_are_none_of_ours():
    assert escaped(f"‹living.revised› {LABEL} ‹2021› ‹eq›32.21 ‹9› ‹CNY›", DATA) == []
    assert escaped("‹a› Online\nshops and more", ["Online shops"]) == ["and", "more"]


def test_a_text_is_not_taken_out_of_a_word():
    assert escaped("in online", ["in"]) == ["online"]


def test_syntax_and_names_are_what_the_caller_says():
    assert escaped("{{ exports }} build --pack x", syntax=r"\{\{.*?\}\}", names=r"--\w+") == ["build", "x"]
    assert escaped("cross-border", ["cross-border"], names=r"-\w+") == []
