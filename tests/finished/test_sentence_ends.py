"""Where sentences end: one table for audits, refreshes and what documents may quote of themselves."""

import pytest

from reportgen.finished.sentence_ends import sentence_around, sentences, sentences_of, sentences_with_stops
from reportgen.finished.tokens import token_text, tokens_of
from reportgen.word.located import Span

CASES = {
    "a decimal point": ["Exports rose 3.5% to 32.21 billion yuan."],
    "a stop": ["Exports rose. ", "Imports fell."],
    "stops of both signs": ["Did exports rise? ", "They did! ", "Imports fell."],
    "a short form within a sentence": ["The U.S. exports fell by approx. 5% vs. 3% in Jan. 2024."],
    "a number by a short form": ["See No. 5 of the plan. ", "Exports rose."],
    "a short form that ends a sentence": ["Goods went to the U.S. ", "Exports rose."],
    "a word that is a short form elsewhere": ["The answer is no. ", "Exports rose."],
    "a semicolon, as Chinese has it": ["Exports rose; ", "imports fell."],
    "a semicolon without a space": ["出口增长;", "进口下降。"],
    "Chinese stops": ["出口增长。", "进口下降！", "为何？", "出口322.1亿元；", "进口208亿元。"],
    "a quote that closes after the stop": ["“Exports rose.” ", "Imports fell."],
    "a Chinese quote that closes after the stop": ["他说“出口增长。”", "进口下降。"],
    "a bracket that closes after the stop": ["(Exports rose.) ", "Imports fell."],
    "a source mark after the stop": ["Exports rose.[3] ", "Imports fell."],
    "source marks that stay in their line": ["出口增长。\u2060[3]\u2060[4–6]", "进口下降。"],
    "a bracket that begins a sentence": ["Exports rose. ", "[Imports] fell."],
    "a line that ends": ["Exports rose\n", "Imports fell"],
    "points in a row": ["Exports rose... ", "Imports fell."],
    "an address and a name of a file": ["See customs.gov.cn/a?b=c;d and brief.docx for more."],
    "no stop at all": ["Exports"],
    "nothing": [],
}


@pytest.mark.parametrize("told", CASES.values(), ids=CASES.keys())
def test_a_text_is_cut_into_its_sentences_whoever_asks(told):
    text = "".join(told)
    places = [text.index(one) for one in told]
    tokens = tokens_of([Span("text", text)])

    assert list(sentences_with_stops(text)) == [one.strip() for one in told]
    assert [sentence_around(text, at)[0] for at in places] == places
    found = sentences_of(tokens)
    by_number = [
        token_text([token for token, number in zip(tokens, found, strict=True) if number == at])
        for at in range(len(told))
    ]
    assert by_number == told


def test_a_sentence_is_given_without_its_stop_quote_and_mark():
    assert list(sentences("“Exports rose.”[3] 出口增长。； Imports fell?!")) == [
        "“Exports rose",
        "出口增长",
        "Imports fell",
    ]


def test_a_place_between_two_sentences_belongs_to_the_one_before():
    text = "Exports rose.  Imports fell. "

    assert sentence_around(text, text.index(".") + 1) == (0, len("Exports rose."))
    assert text[slice(*sentence_around(text, text.index("Imports")))] == "Imports fell."


def test_what_was_put_right_behind_a_stop_begins_a_sentence():
    text = "Nothing has been estimated.21.4% in 2021. See No.5."

    assert text[slice(*sentence_around(text, text.index("21.4")))] == "21.4% in 2021."
    assert text[slice(*sentence_around(text, text.index("5.")))] == "See No.5."


def test_a_figure_ends_no_sentence_and_a_source_mark_stays_with_the_one_before():
    spans = [
        Span("text", "Exports rose by "), Span("figure", "3. Imports", "key"), Span("text", "."),
        Span("link", "[3]", "source"), Span("text", " Imports fell."),
    ]  # fmt: skip
    tokens = tokens_of(spans)

    assert [token.text for token, number in zip(tokens, sentences_of(tokens), strict=True) if number == 1] == [
        "Imports", " ", "fell", ".",
    ]  # fmt: skip
