"""What is no sound package is refused in one sentence that says what it is and what to do."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from pathlib import Path

import pytest

from reportgen.errors import FileError, PackageError
from reportgen.language import say
from reportgen.ooxml import Package, guard
from reportgen.ooxml.xml import parse
from tests.ooxml.files import document, parts_of, zipped

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _ole(stream: str) -> bytes:
    return _OLE + stream.encode("utf-16-le") + bytes(100)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (_ole("EncryptedPackage"), "protected by a password"),
        (_ole("WordDocument"), r"\.doc\); save it as \.docx"),
        (_ole("Workbook"), r"\.xls\); save it as \.xlsx"),
        (_OLE, "old binary Office format"),
        (b"", "is empty"),
        (b"{\\rtf1 }", "rich text"),
        (b"%PDF-1.7", "PDF"),
        (b"<html></html>", "XML or HTML"),
        (b"just text", "no Office Open XML file"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}, zipfile.ZIP_STORED), "OpenDocument"),
        (zipped({"a.txt": b""}), r"no part _rels/\.rels|\[Content_Types\]"),
        (document("x")[:2000], "damaged or cut off"),
    ],
)  # fmt: skip
def test_what_is_no_package_is_told_apart(data: bytes, says: str) -> None:
    with pytest.raises(PackageError, match=says) as caught:
        Package.open(data)
    assert say(caught.value.message, "zh") != say(caught.value.message, "en")


def test_the_files_name_stands_in_front(tmp_path: Path) -> None:
    path = tmp_path / "旧.doc"
    path.write_bytes(_ole("WordDocument"))
    with pytest.raises(PackageError, match=r"旧\.doc: the file is in the old binary format"):
        Package.open(path)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.docx", tmp_path):
        with pytest.raises(FileError, match="cannot be read"):
            Package.open(path)


def test_a_flipped_byte_is_found_when_the_part_is_read() -> None:
    data = bytearray(document("text " * 500))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as found:
        offset = found.getinfo("word/document.xml").header_offset
    data[offset + 30 + len("word/document.xml") + 200] ^= 0xFF
    package = Package.open(bytes(data))
    with pytest.raises(PackageError, match=r"its part word/document\.xml cannot be read"):
        package.read("word/document.xml")


def test_a_part_that_unpacks_to_more_than_it_states_is_refused() -> None:
    data = bytearray(zipped(parts_of(document("x")) | {"word/bomb.xml": bytes(1_000_000)}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as found:
        directory = found.start_dir
    at = data.index(b"word/bomb.xml", directory) - 46
    struct.pack_into("<L", data, at + 24, 10)
    with pytest.raises(PackageError, match=r"word/bomb\.xml cannot be read"):
        Package.open(bytes(data)).read("word/bomb.xml")


def test_too_much_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_UNPACKED_BYTES", 10_000)
    with pytest.raises(PackageError, match="too large to be a document"):
        Package.open(document("x"))


def test_parts_that_overlap_are_refused() -> None:
    data = bytearray(zipped({"[Content_Types].xml": b"x" * 5_000, "b": b"y" * 5_000}, zipfile.ZIP_STORED))
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 20 : entry + 28] = (9_999).to_bytes(4, "little") * 2
    with pytest.raises(PackageError, match="its parts overlap"):
        Package.open(bytes(data))


def test_a_document_type_is_refused() -> None:
    with pytest.raises(PackageError, match=r"word/x\.xml is not sound XML \(it declares a document type\)"):
        parse(b"<!DOCTYPE a><a/>", "word/x.xml")


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "word\\document.xml", "C:/x.xml", "a/./b"])
def test_names_that_leave_the_package_are_refused(name: str) -> None:
    with pytest.raises(PackageError, match="unsafe name"):
        Package.open(zipped(parts_of(document("x")) | {name: b""}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_refused() -> None:
    stream = io.BytesIO(document("x"))
    with zipfile.ZipFile(stream, "a") as found:
        found.writestr("WORD/document.xml", b"<other/>")
    with pytest.raises(PackageError, match="twice"):
        Package.open(stream.getvalue())


def test_other_packing_than_offices_is_refused() -> None:
    with pytest.raises(PackageError, match="packed in a way"):
        Package.open(zipped(parts_of(document("x")), zipfile.ZIP_BZIP2))


def test_a_package_without_a_main_part_is_refused() -> None:
    parts = parts_of(document("x"))
    del parts["word/document.xml"]
    with pytest.raises(PackageError, match=r"no part word/document\.xml"):
        Package.open(zipped(parts))


@pytest.mark.parametrize(
    ("size", "refused"), [(3_000_000, ""), (9_500_000, "attributes of more than 9,000,000 bytes")]
)
def test_a_long_attribute_is_read_once(tmp_path: Path, size: int, refused: str) -> None:
    """Neither in a time that grows with its square, nor to the end of the parser's patience."""
    parts = parts_of(document("x"))
    body = b'<w:body><w:p w:rsidR="' + b"A" * size + b'"/>'
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", body, 1)
    path = tmp_path / "brief.docx"
    path.write_bytes(zipped(parts))
    start = time.process_time()
    if refused:
        with pytest.raises(PackageError, match=f"brief.docx: the part word/document.xml .* {refused}"):
            Package.open_sound(path)
    else:
        Package.open_sound(path)
    assert time.process_time() - start < 2
