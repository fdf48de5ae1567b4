"""Words before a number that make it narrower: excused by what the dataset says of the figure, by no sentence of ours."""

import pytest
from lxml import etree

from reportgen.figures.recorded_figures import FigureRecord
from reportgen.kinds import Catalogue
from reportgen.kinds.reasons import notes
from reportgen.language import language
from reportgen.living.audit.backing import Backing
from reportgen.living.audit.said_about import is_about_another
from reportgen.messages import UNSAID, Bilingual, Message
from reportgen.record import replace
from tests.builders import dataset

GIVEN = Bilingual("Per capita figures.", "人均数。")
OURS = Message("kinds.another-value", ids=("exports/CN/2021/level",))
SAID = {"en": "{} exports reached ", "zh": "{}出口"}


@pytest.fixture
def reworded(monkeypatch):
    """Our own note, in words that make narrower."""
    for code, text in (("en", "planned: {ids}"), ("zh", "初步核算：{ids}")):
        monkeypatch.setitem(language(code).subject("kinds").MESSAGES, "another-value", text)


@pytest.mark.parametrize("form", ["live", "json", "xml"])
@pytest.mark.parametrize(
    ("note", "code", "word", "told"),
    [
        (UNSAID, "en", "per capita", True),
        (GIVEN, "en", "per capita", False),
        (GIVEN, "zh", "人均", False),
        (notes(GIVEN, OURS), "en", "per capita", False),
        (notes(GIVEN, OURS), "en", "planned", True),
        (notes(GIVEN, OURS), "zh", "初步", True),
        (OURS, "en", "planned", True),
        (OURS, "zh", "初步", True),
    ],
)
@pytest.mark.usefixtures("reworded")
def test_what_the_dataset_notes_excuses_a_narrower_word_and_what_we_note_does_not(
    form, note, code, word, told
):
    catalogue = Catalogue(dataset("exports CN-CQ 2021=32.21e9"))
    record = FigureRecord.of(replace(catalogue.get("exports/CN-CQ/2021/level"), note=note), catalogue)
    if form == "json":
        record = FigureRecord.from_json(record.to_json())
    if form == "xml":
        from xml.etree import ElementTree as ET

        record = FigureRecord.from_xml(etree.fromstring(ET.tostring(record.to_xml("urn:test"))))
    before = SAID[code].format(word)

    assert is_about_another(f"{before}32.21", len(before), record, Backing(code, {})) is told


def test_a_record_of_an_earlier_version_excuses_by_its_whole_note():
    catalogue = Catalogue(dataset("exports CN-CQ 2021=32.21e9"))
    record = FigureRecord.of(replace(catalogue.get("exports/CN-CQ/2021/level"), note=GIVEN), catalogue)
    fields = {name: text for name, text in record.to_json().items() if not name.startswith("given_note")}

    assert fields == record.to_json()  # it is not written twice where it is all of the note
    assert FigureRecord.from_json(fields).note_of_dataset.wordings == GIVEN.wordings
