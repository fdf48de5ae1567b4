"""How a pack marks the figures of its documents: by bookmarks, by controls, or not at all."""

import io

import docx
import pytest

from reportgen.build.build import build
from reportgen.build.definition import read_definition
from reportgen.errors import PackError
from reportgen.finished.open_document import open_finished
from reportgen.language import language
from reportgen.living.audit import audit
from reportgen.ooxml import Package
from tests.living.audit.planted import PLANTED
from tests.living.audit.test_planted_edits import audited, is_at
from tests.living.refresh.workshop import workshop

BRIEF = "plan-2025-brief-en.docx"
DOCUMENT = "[[documents]]\n"


@pytest.fixture(scope="module")
def with_controls(tmp_path_factory):
    desk = workshop(tmp_path_factory.mktemp("controls"), marks="controls")
    build(desk.pack, output=desk.folder / "plan-2025")
    return desk.folder


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_built_brief_is_whole_for_python_docx(built, language):
    data = (built / f"plan-2025/plan-2025-brief-{language}.docx").read_bytes()
    read = {one.text.replace("\u00a0", " ") for one in docx.Document(io.BytesIO(data)).paragraphs}
    figures = [one for one in open_finished(data).reading.paragraphs if one.marks and not one.is_in_table]

    assert len(figures) > 10
    assert [one.text for one in figures if one.text not in read] == []


@pytest.mark.long_but_for(every=4)
@pytest.mark.parametrize(
    "planted", [one for one in PLANTED if "plan-2025-brief-en" in one.document], ids=lambda one: one.name
)
def test_an_edit_of_a_brief_with_controls_is_found(planted, with_controls, tmp_path):
    findings, place = audited(planted, with_controls, tmp_path)

    assert any(one.code == planted.code and is_at(one, place) for one in findings)


def test_a_document_may_be_marked_in_its_own_way(tmp_path):
    desk = workshop(tmp_path)
    definition = desk.pack / "pack.toml"
    text = definition.read_text(encoding="utf-8").replace(DOCUMENT, f'{DOCUMENT}marks = "none"\n', 1)
    definition.write_text(text, encoding="utf-8")
    read = read_definition(desk.pack)

    assert (read.marks, [one.marks for one in read.documents]) == ("bookmarks", ["none", None, None])


def test_an_unknown_way_to_mark_is_a_finding(tmp_path):
    with pytest.raises(PackError) as raised:
        read_definition(workshop(tmp_path, marks="comments").pack)

    assert ["bookmarks" in language("en").remedy(one) for one in raised.value.findings] == [True]


def test_without_marks_the_lineage_stays_and_the_document_agrees_with_itself(tmp_path):
    desk = workshop(tmp_path, marks="none")
    built = desk.built(BRIEF)

    assert list(open_finished(built).reading.marks()) == []
    assert open_finished(built).lineage is not None
    assert audit(built).findings == ()


def test_without_lineage_nothing_is_left(tmp_path):
    desk = workshop(tmp_path)
    build(desk.pack, output=tmp_path / "bare", lineage=False)
    files = sorted((tmp_path / "bare").glob("plan-2025-*.*x"))
    kinds = {file.name.split("-")[2] + file.suffix for file in files}
    assert kinds == {"brief.docx", "workbook.xlsx", "databook.xlsx"}
    for file in files:
        package = Package.open(file)
        assert [name for name in package.names() if b"_rg_" in package.read(name)] == []
        assert [name for name in package.names() if b"reportgen:" in package.read(name)] == []
