"""Every damaged package ends in one sentence that names the file and the part, in the user's language, and writes nothing."""

import re
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner

from reportgen.cli.main import main
from reportgen.dataset.csv_files import read_csv_table
from reportgen.dataset.tables import TABLES
from reportgen.errors import PackageError
from reportgen.intake.opening import open_grids
from reportgen.language import language, say
from reportgen.ooxml import Package
from tests.hostile.damaged import CHANGES, bomb, damaged, wrong_checksum
from tests.ooxml.files import document, workbook

DOCUMENT, SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"
PARTS = [
    (document("x"), DOCUMENT, "a.docx"),
    (document("x"), "word/styles.xml", "a.docx"),
    (workbook(), SHEET, "a.xlsx"),
    (workbook(), "xl/styles.xml", "a.xlsx"),
    (workbook([["x"]]), "xl/sharedStrings.xml", "a.xlsx"),
    (workbook(), "xl/workbook.xml", "a.xlsx"),
]  # fmt: skip


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    return result.exit_code, result.output


@pytest.mark.long_but_for(every=3)
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(
    ("sound", "part", "name"), PARTS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_damaged_part_is_named_by_every_command_that_reads_documents(tmp_path, sound, part, name, change):
    path = tmp_path / name
    path.write_bytes(damaged(sound, part, CHANGES[change]))
    for spoken in ("en", "zh"):
        code, said = run("audit", path, "--language", spoken)
        assert code == 2
        assert len(said.splitlines()) == 1
        assert name in said
        assert part in said
    code, said = run(
        "refresh", path, "--pack", "examples/plan-2025", "-o", tmp_path / "new", "--language", "en"
    )
    assert (code, part in said, (tmp_path / "new").exists()) == (2, True, False)
    if name.endswith("xlsx"):
        code, said = run("check", path, "--language", "en")
        assert (code, part in said) == (2, True)


@pytest.mark.parametrize(
    ("sound", "part", "name"), PARTS[:3], ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_wrong_checksum_names_the_part(tmp_path, sound, part, name):
    (tmp_path / name).write_bytes(wrong_checksum(sound, part))
    code, said = run("audit", tmp_path / name, "--language", "en")
    assert code == 2
    assert f"its part {part} cannot be read" in said


def test_a_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(PackageError, match="too large to be a document"):
        Package.open(bomb(document("x"), DOCUMENT))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("wrong-root", "begins with foo, not document"),
        ("attributes", "more than 1,000 attributes"),
        ("deep", "nested more than 250 levels deep"),
    ],
)
def test_what_is_wrong_is_said(change, says):
    with pytest.raises(PackageError, match=says) as caught:
        Package.open_sound(damaged(document("x"), DOCUMENT, CHANGES[change]), "a.docx")
    assert say(caught.value.message, "zh").startswith("a.docx：部件 word/document.xml")


@pytest.mark.parametrize("name", ["t.docx", "t.xlsx"])
@pytest.mark.parametrize("change", ["attributes", "wrong-root", "half", "bad-utf8"])
def test_a_damaged_template_stops_a_build_in_one_sentence(tmp_path, name, change):
    from tests.build.packs import pack

    folder = pack(tmp_path)
    made = next(folder.glob("*.docx"))
    part = DOCUMENT if name == "t.docx" else "xl/styles.xml"
    if name == "t.docx":
        made.write_bytes(damaged(made.read_bytes(), part, CHANGES[change]))
        named = made.name
    else:
        named = "t.xlsx"
        (folder / named).write_bytes(damaged(workbook(), part, CHANGES[change]))
        definition = folder / "pack.toml"
        definition.write_text(
            definition.read_text() + '\n[[documents]]\ntemplate = "t.xlsx"\noutput = "o-{language}.xlsx"\n'
        )
    code, said = run("build", folder, "--language", "en")
    assert code in (1, 2)
    assert named in said
    assert part in said
    assert "own" not in said
    assert not (folder / "build").exists()


def csv_of(tmp_path: Path, text: str):
    path = tmp_path / "observations.csv"
    path.write_text(text)
    table, findings = read_csv_table(path, TABLES["observations"])
    return table, findings


HEAD = ",".join(TABLES["observations"].columns) + "\n"


def test_a_cell_of_200000_characters_is_one_finding_and_the_rest_is_read(tmp_path):
    """The length is told, and not a quotation mark."""
    for cell in ("x" * 200_000, f'"{"x, " * 50_000}yz"'):
        table, findings = csv_of(tmp_path, f"{HEAD}{cell}\na,b\n")
        assert [finding.code for finding in findings] == ["unreadable-row"]
        assert re.match(
            r"A cell of this row has (200,000|150,002) characters", language("en").what(findings[0])
        )
        assert "131,072字" in language("zh").what(findings[0])
        assert len(findings[0].place.text) <= 200
        assert len(table.rows) == 1


def test_a_long_line_with_an_open_quotation_mark_is_told_as_one(tmp_path):
    _, findings = csv_of(tmp_path, f'{HEAD}{"x" * 200_000},"a\na,b\n')
    assert "quotation mark" in language("en").what(findings[0])


def test_a_stray_quote_before_60000_rows_is_one_finding(tmp_path):
    table, findings = csv_of(tmp_path, f'{HEAD}a,"b\n' + "a,b\n" * 60_000)
    assert [finding.code for finding in findings] == ["unreadable-row"]
    assert len(table.rows) == 60_000


def test_a_stray_quote_in_each_of_60000_rows_is_answered_in_time(tmp_path):
    _, findings = csv_of(tmp_path, HEAD + 'a,"b"c\n' * 60_000)
    assert len(findings) == 100


def test_a_million_columns_are_answered_in_time(tmp_path):
    _, findings = csv_of(tmp_path, HEAD + "a" + "," * 1_000_000 + "z\n")
    assert [finding.code for finding in findings]


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    from reportgen.build.build import build
    from tests.build.packs import pack

    return build(pack(tmp_path_factory.mktemp("pack"))).placed.folder


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("brief-en.docx", rb'(<figure (?:[^>]*\s)?id=")[^"]+', rb"\1warning"),
        ("brief-en.docx", rb'(<figure [^>]*\sprecision=")[^"]+', rb"\g<1>99999999999"),
        ("brief-en.docx", rb'(<figure [^>]*\svalue=")[^"]+', rb"\g<1>1e999999"),
        ("brief-en.docx", rb'(<figure [^>]*\svalue=")[^"]+', rb"\1NaN"),
        ("book-en.xlsx", rb'(<c [^>]*k="number"[^>]*>)[^<]+', rb"\1x"),
        ("data-en.xlsx", rb"(<numbers [^>]*>)[^<]+", rb"\1x"),
    ],
)
def test_a_record_that_no_build_wrote_is_damage_to_all_who_read_it(built, tmp_path, name, old, new):
    path = tmp_path / name
    data = (built / name).read_bytes()
    parts = [part for part in Package.open(data).names() if part.startswith("customXml/item")]
    part = next(part for part in parts if re.search(old, Package.open(data).read(part)))
    path.write_bytes(damaged(data, part, lambda xml: re.sub(old, new, xml, count=1)))
    for command in (
        ("audit",),
        ("refresh", "--pack", built.parents[1], "-o", tmp_path / "new"),
        ("explain", "x"),
    ):
        code, said = run(command[0], path, *command[1:], "--language", "en")
        assert (code, len(said.splitlines())) == (2, 1), (command, said)
        assert "lineage" in said


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/styles.xml", b'numFmtId="', b'numFmtId="x'),
        ("xl/workbook.xml", b"<definedName ", b'<definedName localSheetId="" '),
    ],
)
def test_a_number_that_is_none_in_a_workbook_is_as_if_it_was_not_said(built, tmp_path, part, old, new):
    path = tmp_path / "book.xlsx"
    path.write_bytes(damaged((built / "book-en.xlsx").read_bytes(), part, lambda xml: xml.replace(old, new)))
    code, said = run("audit", path, "--language", "en")
    assert code in (0, 1), said


def test_a_sheet_that_openpyxl_stops_at_is_named(tmp_path):
    """Also where it stops in the middle, and where it prints to the screen."""
    path = tmp_path / "data.xlsx"
    sound = workbook([["indicator", "x"]])
    path.write_bytes(damaged(sound, SHEET, lambda xml: xml.replace(b"<v>1</v>", b"<v>99999</v>")))
    code, said = run("check", path, "--language", "en")
    assert (code, "own" in said) == (2, False)


def test_a_list_of_texts_that_says_it_is_endless_is_refused_before_room_is_made(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "sound.xlsx") as book:
        book.add_worksheet().write_string("A1", "x")
    path = tmp_path / "table.xlsx"
    counted = b'<sst uniqueCount="99999999999"'
    sound = (tmp_path / "sound.xlsx").read_bytes()
    path.write_bytes(
        damaged(
            sound,
            "xl/sharedStrings.xml",
            lambda xml: re.sub(rb"<sst", counted, xml.replace(b"uniqueCount", b"was")),
        )
    )
    with pytest.raises(PackageError, match="more than 20,000,000 texts"):
        open_grids(path)
