"""Every kind of edit of the planted set is found, with its code, at its place."""

from pathlib import Path

import pytest

from reportgen.findings import Finding, Severity
from reportgen.living.audit import audit
from tests.living.audit.excel_editing import EditedWorkbook
from tests.living.audit.planted import PLANTED, Planted
from tests.living.audit.planted_at_first_look import FIRST, SECOND
from tests.living.audit.planted_blind import BLIND
from tests.living.audit.planted_by_a_stranger import MISSED, STRANGER
from tests.living.audit.planted_by_an_office import OFFICE
from tests.living.audit.planted_by_others import BY_OTHERS
from tests.living.audit.planted_by_surface import SURFACE
from tests.living.audit.planted_by_surface_again import SURFACE_AGAIN
from tests.living.audit.planted_given import GIVEN
from tests.living.audit.planted_unseen import AGAIN, UNSEEN
from tests.living.audit.word_editing import EditedDocument


@pytest.mark.long_but_for(every=3)
@pytest.mark.parametrize("planted", [*PLANTED, *GIVEN], ids=[one.name for one in (*PLANTED, *GIVEN)])
def test_a_planted_edit_is_found_at_its_place(planted, built, tmp_path):
    assert is_found(planted, built, tmp_path)


@pytest.mark.long
def test_nineteen_of_twenty_edits_by_people_who_know_no_audit_are_found(built, tmp_path):
    missed = [planted.name for planted in BY_OTHERS if not is_found(planted, built, tmp_path)]

    assert len(BY_OTHERS) == 60
    assert len(missed) <= len(BY_OTHERS) / 20, missed


@pytest.mark.long
def test_nineteen_of_twenty_edits_written_before_any_rule_was_seen_are_found(built, tmp_path):
    missed = [planted.name for planted in BLIND if not is_found(planted, built, tmp_path)]

    assert len(BLIND) == 63
    assert len(missed) <= len(BLIND) / 20, missed


@pytest.mark.long
def test_edits_written_from_the_pages_of_all_packs_are_found(all_built, tmp_path):
    planted = [*FIRST, *SECOND]
    missed = [one.name for one in planted if not is_found(one, all_built, tmp_path)]

    assert (len(FIRST), len(SECOND)) == (86, 32)
    assert len(missed) <= len(planted) / 20, missed


@pytest.mark.long
def test_edits_written_before_the_rules_were_read_again_are_found(all_built, tmp_path):
    planted = [*UNSEEN, *AGAIN]
    missed = [one.name for one in planted if not is_found(one, all_built, tmp_path)]

    assert (len(UNSEEN), len(AGAIN)) == (78, 30)
    assert len(missed) <= len(planted) / 20, missed


@pytest.mark.long
def test_edits_written_surface_by_surface_are_found(all_built, tmp_path):
    planted = [*SURFACE, *SURFACE_AGAIN]
    missed = [one.name for one in planted if not is_found(one, all_built, tmp_path)]

    assert (len(SURFACE), len(SURFACE_AGAIN)) == (213, 122)
    assert len(missed) <= len(planted) / 20, missed


_EACH = [one for one in SURFACE[::9] if not one.document.startswith("trade-monthly")]


@pytest.mark.parametrize("planted", _EACH, ids=[one.name for one in _EACH])
def test_an_edit_of_each_surface_is_found_at_its_place(planted, built, tmp_path):
    assert is_found(planted, built, tmp_path)


_SAMPLE = [
    one for one in STRANGER[::7] if one.name not in MISSED and not one.document.startswith("trade-monthly")
]


@pytest.mark.parametrize("planted", _SAMPLE, ids=[one.name for one in _SAMPLE])
def test_an_edit_by_a_stranger_is_found_at_its_place(planted, built, tmp_path):
    assert is_found(planted, built, tmp_path)


@pytest.mark.long
def test_edits_by_a_stranger_are_found_but_for_those_that_are_known_to_be_missed(all_built, tmp_path):
    missed = {one.name for one in STRANGER if not is_found(one, all_built, tmp_path)}

    assert len(STRANGER) == len({one.name for one in STRANGER}) == 60
    assert missed == set(MISSED)


@pytest.mark.long
def test_edits_by_a_second_stranger_are_found(all_built, tmp_path):
    missed = [one.name for one in OFFICE if not is_found(one, all_built, tmp_path)]

    assert len(OFFICE) == len({one.name for one in OFFICE}) == 64
    assert missed == []


def audited(planted: Planted, built: Path, folder: Path) -> tuple[tuple[Finding, ...], object]:
    """Plant one edit and audit the document; its findings, and the place as a paragraph's number or a cell."""
    data = (built / planted.document).read_bytes()
    document = EditedWorkbook(data) if planted.document.endswith("xlsx") else EditedDocument(data)
    place = planted.change(document)
    if isinstance(document, EditedDocument) and place is not None:
        place = document.number_of(place)
    edited = folder / Path(planted.document).name
    edited.write_bytes(document.save())
    return audit(edited, tracked=planted.tracked).findings, place


def is_found(planted: Planted, built: Path, folder: Path) -> bool:
    """Whether an edit is found at its place: with its code, or by any warning or error."""
    findings, place = audited(planted, built, folder)
    return any(
        (one.code == planted.code if planted.code else one.severity is not Severity.NOTE)
        and is_at(one, place)
        for one in findings
    )


def is_at(finding: Finding, place: object) -> bool:
    """Whether the finding points at the paragraph, or the cell (or only the sheet: ``Trend!``)."""
    if place is None:
        return True
    if isinstance(place, int):
        return finding.place.paragraph == place
    sheet, _, address = str(place).partition("!")
    at = f"{finding.place.column or ''}{finding.place.row or ''}"
    return finding.place.sheet == sheet and address in ("", at)


def test_the_planted_set_has_thirty_kinds_or_more():
    assert len({one.name for one in PLANTED}) >= 30
    assert len({one.code for one in PLANTED}) >= 15
