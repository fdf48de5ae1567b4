"""A place in a Word file: its part is a value beside the file, put into words by the language."""

from reportgen.finished.places import named_place, place_in_word
from reportgen.language import language, place_record

FOOTER = place_in_word("brief.docx", "word/footer1.xml", 3, "page 1")
BODY = place_in_word("brief.docx", "word/document.xml", 3, "text")


def test_a_part_beside_the_body_is_said_as_the_language_lists_it():
    assert (FOOTER.file, FOOTER.part, BODY.part) == ("brief.docx", "footer1", None)
    assert language("en").place(FOOTER) == "brief.docx, footer1, paragraph 3"
    assert language("zh").place(FOOTER) == "brief.docx，footer1，第3段"
    assert place_record(FOOTER)["file"] == "brief.docx (footer1)"


def test_a_paragraph_that_somebody_names_is_one_of_the_body():
    named = named_place("paragraph 3")
    assert named is not None
    assert named.holds(BODY)
    assert not named.holds(FOOTER)
