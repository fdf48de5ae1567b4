"""The doors: packages are opened, XML is read and files are written in one place each, and a new place is named here."""

import ast
import re

import pytest

from tests.source import MODULES, PACKAGE, source_of

DOORS = {
    "opens a zip": ({"ZipFile"}, {"ooxml/archive.py": "the guarded door"}),
    "lets openpyxl open": ({"load_workbook"}, {}),
    "lets calamine open": (
        {"from_filelike", "from_path", "from_object"},
        {"intake/opening.py": "bytes, after the archive was looked at"},
    ),
    "reads XML": (
        {"fromstring", "XML", "iterparse", "XMLParser"},
        {
            "ooxml/xml.py": "the one parser, without entities and network",
            "excel/annotate.py": "XML of our own making",
            "excel/comments.py": "XML of our own making",
            "excel/cell_pictures.py": "XML of our own making",
        },
    ),
    "reads a whole file": (
        {"read_bytes"},
        {
            "ooxml/whole_files.py": "no devices, no pipes, nothing that cannot be held",
            "build/pdf.py": "what LibreOffice has just written",
            "build/starter_pack.py": "files of our own",
            "build/synthetic.py": "files of our own",
            "living/compare/note.py": "a template of our own",
        },
    ),
    "sets two sequences side by side": (
        {"SequenceMatcher"},
        {
            "finished/tokens.py": "what of one document is what of another",
            "finished/matching.py": "how like two texts are, letter by letter",
            "dataset/source_texts.py": "the longest words of a source that a statement has",
            "expressions/undefined.py": "the nearest name",
        },
    ),
    "makes words in two languages": (
        {"Bilingual"},
        {
            "messages.py": "no words",
            "language/__init__.py": "what --json says, which is in two languages",
            "dataset/typed_cells.py": "two columns",
            "dataset/names.py": "a code",
            "dataset/records.py": "a code, and two columns",
            "intake/rows_to_add.py": "two columns",
            "intake/forms/asked.py": "two columns, of a dataset's counter",
            "figures/recorded_sources.py": "two columns",
            "finished/lineage.py": "two attributes, of a dataset's labels",
            "living/compare/change_messages.py": "two columns",
            "build/batches/members.py": "a code",
        },
    ),
    "writes": (
        {"write_bytes", "open", "replace@os", "rename@os", "rmtree", "copy2", "copyfile", "mkdtemp"},
        {
            "ooxml/placing.py": "all or nothing, for every command",
            "build/pdf.py": "what LibreOffice reads, in a temporary folder",
            "intake/silenced.py": "opens the device that keeps nothing",
            "dataset/stores/sqlite_file.py": "opens to read a file's first bytes",
        },
    ),
}
NO_FILES = {"Package", "Workbook", "cls", "CalamineWorkbook"}
"""What has an ``open`` that opens packages."""

HOMES_OF_XML = ("ooxml", "word")
"""Cells and sheets are found by pattern in ``ooxml/sheet_xml.py`` alone, paragraphs and tables in ``word/``."""
PATTERNS_OF_XML = {
    "excel/cell_styles.py": "styles.xml, whose formats are appended to as bytes",
    "excel/template_sheet.py": "the sign that stands where the rows were",
    "excel/unfilled.py": "drawings and charts, of which the texts are left out",
    "intake/ods_cells.py": "tables of OpenDocument, whose repeated cells must not be made",
    "intake/xlsb_cells.py": "which part is which sheet, of a file that is no package of ours",
    "text/markdown.py": "anchors of Markdown",
}
_XML = re.compile(r"(?<![<?P])<(?:/|\(/\?\))?(?:\(\?:\\w\+:\)\?|\(\\w\+:?\)\??:?|\w+:)?[a-zA-Z]+")
_PATTERN = re.compile(r"\\[bsdw]|\[\^|\.\*")


def calls_of(path, names):
    """The calls of functions or methods with these names; ``replace@os`` is that of a module."""
    for call in source_of(path).calls:
        if (call.name in names and call.owner not in NO_FILES) or f"{call.name}@{call.owner}" in names:
            yield call.line


@pytest.mark.parametrize("door", DOORS)
def test_there_is_one_door(door):
    names, allowed = DOORS[door]
    found = {
        path.relative_to(PACKAGE).as_posix(): lines
        for _, path in MODULES
        if (lines := list(calls_of(path, names)))
    }
    assert found.keys() == allowed.keys(), {file: found[file] for file in found.keys() - allowed.keys()}


def test_a_new_place_is_seen(tmp_path):
    file = tmp_path / "new.py"
    file.write_text(
        "import os, zipfile\nzipfile.ZipFile('a')\nopen('a')\np.open('w')\nos.replace(a, b)\nx.replace(1)\n"
    )
    assert list(calls_of(file, {"ZipFile"})) == [2]
    assert list(calls_of(file, {"open", "replace@os"})) == [3, 4, 5]


def has_pattern_of_xml(source):
    """Whether a source holds a regular expression of XML."""
    texts = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    plain = (text.decode(errors="replace") if isinstance(text, bytes) else text for text in texts)
    return any(isinstance(text, str) and _XML.search(text) and _PATTERN.search(text) for text in plain)


def test_patterns_of_xml_have_their_homes():
    found = {
        path.relative_to(PACKAGE).as_posix()
        for layer, path in MODULES
        if layer not in HOMES_OF_XML and has_pattern_of_xml(path.read_text(encoding="utf-8"))
    }
    assert found == PATTERNS_OF_XML.keys()


@pytest.mark.parametrize(
    "source",
    [
        "regex(rb'<(?:\\w+:)?c\\b[^>]*?\\sr=\"([A-Z]+)\"')",
        'regex(r"<w:tcW\\b[^>]*/>")',
        "re.compile(f'<c r=\"{at}\" [^>]*>(.*?)</c>')",
    ],
)
def test_a_pattern_of_xml_is_seen(source):
    assert has_pattern_of_xml(source)
    assert not has_pattern_of_xml('f"<c r={at}><v>{value}</v></c>"; regex(r"(?P<name>[^!]*)!<=")')
