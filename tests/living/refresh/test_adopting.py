"""Documents that lost their lineage are adopted again from the document as it was built."""

import json
import re
import shutil

import docx
import pytest

from reportgen.errors import ReportgenError
from reportgen.finished.lineage_part import detach
from reportgen.finished.open_document import open_finished
from reportgen.language import say
from reportgen.living.refresh.adopting import original_at
from reportgen.living.refresh.refresh import refresh
from reportgen.ooxml import Package
from reportgen.word.figure_marks import unmarked
from tests.commands import run
from tests.living.refresh.workshop import BODY, LEVEL, line_with, lines, marked, typed_over, workshop

BRIEF, BOOK = "plan-2025-brief-en.docx", "plan-2025-workbook-en.xlsx"
CHINESE = "plan-2025-brief-zh.docx"
NAMED = re.compile(r'<definedName name="_rg_[^>]*>[^<]*</definedName>')


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = workshop(tmp_path_factory.mktemp("adopting"))
    desk.built(BRIEF)
    desk.built("plan-2025-brief-zh.docx")
    desk.revise(LEVEL)
    return desk


@pytest.fixture(scope="module")
def today(desk):
    return lines(desk.built(BRIEF, "today"))


def without_lineage(document, target, edit=lambda xml: xml):
    """As an office on the web writes it: no custom part, no bookmarks."""
    package = Package.open(document)
    detach(package)
    package.write(BODY, edit(unmarked(package.read(BODY).decode())).encode())
    target.write_bytes(package.save())
    return target


def marks(document):
    return [(mark.key, mark.text) for _, mark in open_finished(document).reading.marks()]


@pytest.mark.parametrize("name", [BRIEF, "plan-2025-brief-zh.docx"])
def test_without_marks_and_lineage_every_figure_is_known_again(desk, tmp_path, name):
    lost = without_lineage(desk.built(name), tmp_path / name)
    refreshed = refresh(lost, desk.pack, original=desk.built(name))

    assert lines(refreshed.data) == lines(desk.built(name, "today"))
    assert marks(refreshed.data) == marks(desk.built(name, "today"))
    assert refreshed.report.kept == []


def test_runs_that_were_written_anew_too(desk, tmp_path, today):
    """Every paragraph with one run, as a program writes it that knows no runs."""
    document = docx.Document(str(without_lineage(desk.built(BRIEF), tmp_path / BRIEF)))
    for paragraph in document.paragraphs:
        text, runs = paragraph.text, paragraph.runs
        if runs and text == "".join(run.text for run in runs):
            runs[0].text = text
            for run in runs[1:]:
                run._element.getparent().remove(run._element)
    document.save(str(tmp_path / BRIEF))
    refreshed = refresh(tmp_path / BRIEF, desk.pack, original=desk.built(BRIEF))

    assert [line for line in lines(refreshed.data) if "47.9%" in line] == [
        line for line in today if "47.9%" in line
    ]


def test_what_people_wrote_and_typed_over_stays(desk, tmp_path):
    lost = without_lineage(
        desk.built(BRIEF), tmp_path / BRIEF, lambda xml: typed_over("46.0%", "46.2%")(xml).replace("), were ", "), were, alas, ")
    )  # fmt: skip
    refreshed = refresh(lost, desk.pack, original=desk.built(BRIEF))

    assert "46.2%" in line_with(refreshed.data, "alas")
    assert "were, alas, 46.2%" in line_with(refreshed.data, "alas")
    assert [(one.built, one.edited, one.now) for one in refreshed.report.conflicts] == [
        ("46.0%", "46.2%", "47.9%")
    ]


def test_a_pack_json_names_the_original_beside_it(desk, tmp_path):
    lost = without_lineage(desk.built(BRIEF), tmp_path / BRIEF)
    listing = desk.built(BRIEF).parent / "pack.json"
    asked = [
        "refresh",
        lost,
        "--pack",
        desk.pack,
        "--built",
        listing,
        "-o",
        tmp_path / "new.docx",
        "--language",
        "en",
    ]
    said = run(*asked, language="")

    assert said.exit_code == 0, said.output
    count = marked(desk.built(BRIEF))
    assert f"{count} of {count} figures stand as the data have them today." in said.output


def test_a_pack_json_names_the_likest_for_a_copy_called_otherwise(desk, tmp_path):
    copies = {name: without_lineage(desk.built(name), tmp_path / f"copy-{name}") for name in (BRIEF, CHINESE)}
    listing = desk.built(BRIEF).parent / "pack.json"

    assert {name: original_at(listing, copy).name for name, copy in copies.items()} == {
        BRIEF: BRIEF,
        CHINESE: CHINESE,
    }


def test_an_original_that_is_none_is_refused(desk, tmp_path):
    folder = tmp_path / "built"
    shutil.copytree(desk.built(BRIEF).parent, folder)
    (folder / BRIEF).write_bytes(b"edited")
    docx.Document().save(tmp_path / "letter.docx")
    with pytest.raises(ReportgenError) as changed:
        original_at(folder / "pack.json", tmp_path / BRIEF)
    with pytest.raises(ReportgenError) as unknown:
        original_at(folder / "pack.json", tmp_path / "letter.docx")
    with pytest.raises(ReportgenError) as other:
        refresh(desk.built(BRIEF), desk.pack, original=desk.built(BOOK))
    (folder / "pack.json").write_text("{}")
    with pytest.raises(ReportgenError) as damaged:
        original_at(folder / "pack.json", tmp_path / BRIEF)

    said = [say(error.value.message, "en") for error in (changed, unknown, other, damaged)]
    assert "no longer as it was built" in said[0]
    assert "lists no document that letter.docx can have been" in said[1]
    assert "no such document" in said[2]
    assert "no pack.json" in said[3]
    assert all(say(error.value.message, "zh") for error in (changed, unknown, other))


def test_a_workbook_without_names_has_them_again(desk, tmp_path):
    package = Package.open(desk.built(BOOK, "old"))
    detach(package)
    part = "xl/workbook.xml"
    xml = package.read(part).decode()
    package.write(part, NAMED.sub("", xml).replace("<definedNames></definedNames>", "").encode())
    (tmp_path / BOOK).write_bytes(package.save())
    report = refresh(tmp_path / BOOK, desk.pack, original=desk.built(BOOK, "old")).report

    assert 100 < report.up_to_date.shown == report.up_to_date.all <= len(NAMED.findall(xml))
    assert report.kept == []


@pytest.mark.long
def test_a_workbook_saved_by_libreoffice_is_adopted(desk, soffice, tmp_path):
    saved = soffice(desk.built(BOOK, "old"), "xlsx", BOOK)
    report = refresh(saved, desk.pack, original=desk.built(BOOK, "old")).report

    assert report.up_to_date.shown >= 112
    assert json.dumps(report.to_json())


@pytest.mark.long
def test_an_odt_and_back_is_adopted(desk, soffice, tmp_path, today):
    there = soffice(desk.built(BRIEF), "odt", BRIEF)
    back = soffice(there, "docx", "back.docx")
    refreshed = refresh(back, desk.pack, original=desk.built(BRIEF))

    counted = refreshed.report.up_to_date
    assert counted.shown == counted.all > 140
    assert [line for line in lines(refreshed.data) if "47.9%" in line] == [
        line for line in today if "47.9%" in line
    ]
