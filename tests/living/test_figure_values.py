"""Numbers of texts against values of figures, and names in whatever languages a figure has them."""

from decimal import Decimal

import pytest

from reportgen.figures.recorded_figures import FigureRecord
from reportgen.finished.lineage import DatasetNames
from reportgen.language import languages
from reportgen.language.quantity_reader import quantity_in
from reportgen.living.audit.sentence_names import SentenceNames
from reportgen.living.audit.telling_words import words_of_name
from reportgen.living.explain import facts
from reportgen.living.figure_values import has_same_digits, shows
from reportgen.messages import UNSAID, Bilingual, Multilingual

NAME = Multilingual.of({"en": "Exports", "zh": "出口", "fr": "Exportations"})


def figure(value, unit="CNY", precision=7, **fields):
    return FigureRecord(
        "exports/CN-CQ/2021/level", "f", Decimal(value), unit, precision, NAME, NAME, NAME, **fields
    )


@pytest.mark.parametrize("text", ["32.21", "322.1", "3221000", "32210", "32210000", "32210000000", "0.03221"])
def test_a_bare_number_is_the_value_in_any_power_that_a_head_may_say(text):
    assert shows(figure("32210000000"), quantity_in(text), bare=True)


@pytest.mark.parametrize("text", ["3.221", "3221", "322100"])
def test_powers_without_a_word_are_no_head(text):
    assert not shows(figure("32210000000"), quantity_in(text), bare=True)
    assert has_same_digits(figure("32210000000"), Decimal(text))


def test_basis_points_are_hundredths_of_a_unit_of_their_own():
    rate = figure("1.49", "percentage_points", -2)
    assert has_same_digits(rate, Decimal(149), of_other_unit=True)
    assert not has_same_digits(rate, Decimal(149))


def test_an_index_is_never_counted_in_thousands():
    assert shows(figure("102.3", "index", -1), quantity_in("102.3"), bare=True)
    assert not shows(figure("102300", "index", 2), quantity_in("102.3"), bare=True)


def test_a_name_is_known_in_every_language_that_it_has():
    sentence = SentenceNames("Les exportations ont progressé.", DatasetNames({}, {"exports": NAME}), "")
    assert sentence.indicators == {"exports"}
    assert words_of_name(NAME) == {"exports", "exportations", "出口"}


@pytest.mark.parametrize("note", [Bilingual("", "初步"), Bilingual("preliminary", ""), UNSAID])
def test_a_note_is_told_in_whatever_language_it_is(note):
    told = [one for one in facts(figure("1", note=note)) if one.code == "living.explain-note"]
    assert len(told) == (note is not UNSAID)


def test_a_wording_is_told_once():
    assert Bilingual("GDP", "GDP").wordings == ("GDP",)
    assert UNSAID.wordings == ()
    assert set(languages()) >= set(Bilingual("a", "b").by_language)
