"""Passages with figures stay under the heads they were built under."""

from reportgen.findings import Severity
from reportgen.living.audit import audit
from tests.living.audit.planted_by_others import SHOP_EN, TRADE_EN
from tests.living.audit.stranger_editing import groups_exchanged, paragraph_moved
from tests.living.audit.word_editing import EditedDocument

RURAL, FIRMS = "accounting for 18.0% of total online retail sales", "Newly registered e-commerce firms numbered 9,300"  # fmt: skip


def test_heads_of_two_groups_exchanged_are_found_at_the_first_figure_below_each(built, tmp_path):
    document = EditedDocument((built / TRADE_EN).read_bytes())
    first = groups_exchanged("Cross-border e-commerce, Chongqing and China", "Chongqing", "China")(document)

    findings = _findings(document, tmp_path)
    assert [dict(one.parameters) for one in findings] == [
        {"built": "Chongqing", "now": "China"},
        {"built": "China", "now": "Chongqing"},
    ]
    assert findings[0].place.paragraph == document.number_of(first)


def test_a_paragraph_moved_under_another_heading_is_found(built, tmp_path):
    document = EditedDocument((built / SHOP_EN).read_bytes())
    moved = paragraph_moved(RURAL, FIRMS)(document)

    assert {(one.code, one.place.paragraph) for one in _findings(document, tmp_path)} == {
        ("words-changed", document.number_of(moved))
    }


def test_a_paragraph_moved_below_its_own_heading_is_none(built, tmp_path):
    document = EditedDocument((built / SHOP_EN).read_bytes())
    paragraph_moved(RURAL, "rural e-commerce brands, 81 were large")(document)

    assert _findings(document, tmp_path) == []


def test_a_heading_that_nobody_built_is_none(built, tmp_path):
    document = EditedDocument((built / SHOP_EN).read_bytes())
    document.add_paragraph("Villages", document.paragraph(RURAL).getprevious())

    assert _findings(document, tmp_path) == []


def _findings(document: EditedDocument, folder):
    path = folder / "brief.docx"
    path.write_bytes(document.save())
    return [one for one in audit(path).findings if one.severity is not Severity.NOTE]
