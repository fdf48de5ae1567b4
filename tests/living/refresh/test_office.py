"""Documents that another program opened and saved: LibreOffice writes every part anew and drops the controls' tags."""

import pytest

from tests.commands import run
from tests.living.refresh.workshop import (
    LEVEL,
    RISE_TO_FALL,
    Workshop,
    lines,
    own_paragraph,
    paragraph_after,
    row_deleted,
    row_label,
    typed_over,
    workshop,
    xml_of,
)

pytestmark = pytest.mark.office


@pytest.fixture
def desk(tmp_path) -> Workshop:
    return workshop(tmp_path)


@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.long), "zh"])
def test_a_brief_saved_by_libreoffice_is_refreshed_like_any_other(desk, language, soffice):
    file = f"plan-2025-brief-{language}.docx"
    saved = desk.folder / "saved.docx"
    saved.write_bytes(soffice(desk.built(file), "docx").read_bytes())
    desk.revise(LEVEL, RISE_TO_FALL)
    desk.drop("cn_cbec_trade_2021_yoy")
    refreshed = desk.refreshed(saved)
    today = lines(desk.built(file, "today"))
    said = lines(refreshed.data)
    assert said[: len(today) - 2] == today[: len(today) - 2]  # but for the footers, which LibreOffice copies
    assert refreshed.report.conflicts == []


@pytest.mark.long
def test_its_controls_get_their_tags_back(desk, soffice):
    import json

    saved = desk.folder / "saved.docx"
    saved.write_bytes(soffice(desk.built("plan-2025-brief-en.docx"), "docx").read_bytes())
    desk.revise(LEVEL)
    target = desk.folder / "new.docx"
    target.write_bytes(desk.refreshed(saved).data)
    said = run("audit", target, "--pack", desk.pack, "--json", language="")
    assert json.loads(said.output) == []


@pytest.mark.long
def test_edits_saved_by_libreoffice_are_kept_like_any_others(desk, soffice):
    own = own_paragraph("We have reached ", "half of it.")
    built = desk.built("plan-2025-brief-en.docx")
    label = row_label(xml_of(built), "32.21")
    brief = desk.edited(
        built,
        typed_over("46.0%", "46.2%"),
        row_deleted("32.21"),
        paragraph_after("In January–May 2022 (period inferred), cross-border", own),
    )
    saved = desk.folder / "saved.docx"
    saved.write_bytes(soffice(brief, "docx").read_bytes())
    desk.revise(LEVEL)
    refreshed = desk.refreshed(saved)
    said = lines(refreshed.data)
    assert "We have reached half of it." in said
    assert said.count(label) == lines(built).count(label) - 1
    assert [(item.kind, item.edited) for item in refreshed.report.conflicts] == [("retyped", "46.2%")]
    assert any("33.56 billion yuan" in line for line in said)
