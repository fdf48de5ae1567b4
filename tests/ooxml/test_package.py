"""A package is edited in place: what nobody touched lies in the new file as it lay in the old."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from reportgen.errors import PackageError
from reportgen.ooxml import Package
from reportgen.ooxml.content_types import DOCUMENT_OF_TEMPLATE, EXTENSION_OF_MAIN_PART
from tests.ooxml.files import document, packed_parts_of, parts_of, workbook, zipped


def test_untouched_parts_keep_their_packed_bytes_and_their_order() -> None:
    before = document("old")
    package = Package.open(before)
    package.write("word/document.xml", package.read("word/document.xml").replace(b"old", b"new"))
    after = package.save()
    was, now = packed_parts_of(before), packed_parts_of(after)
    assert list(was) == list(now)
    assert [name for name in was if was[name] != now[name]] == ["word/document.xml"]
    assert docx.Document(io.BytesIO(after)).paragraphs[0].text == "new"


def test_members_packed_at_another_level_or_stored_stay_as_they_are() -> None:
    before = zipped(parts_of(document("x" * 5000)), zipfile.ZIP_STORED)
    package = Package.open(before)
    package.write("word/document.xml", package.read("word/document.xml") + b"\n")
    with zipfile.ZipFile(io.BytesIO(package.save())) as archive:
        methods = {info.filename: info.compress_type for info in archive.infolist()}
        assert archive.testzip() is None
    assert methods.pop("word/document.xml") == zipfile.ZIP_DEFLATED
    assert set(methods.values()) == {zipfile.ZIP_STORED}


def test_members_written_as_a_stream_lose_only_their_data_descriptor() -> None:
    class Pipe(io.RawIOBase):  # cannot seek, so zipfile writes sizes after the data
        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, chunk: bytes) -> int:  # type: ignore[override]
            self.data += bytes(chunk)
            return len(chunk)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for name, data in parts_of(document("x")).items():
            archive.writestr(name, data)
    after = Package.open(pipe.data).save()
    assert packed_parts_of(after) == packed_parts_of(pipe.data)
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        assert not any(info.flag_bits & 0x8 for info in archive.infolist())


def test_writing_the_same_bytes_touches_nothing() -> None:
    before = document("same")
    package = Package.open(before)
    package.write("word/document.xml", package.read("word/document.xml"))
    assert packed_parts_of(package.save()) == packed_parts_of(before)


def test_the_same_edits_give_the_same_bytes_at_another_time_in_another_folder(tmp_path: Path) -> None:
    template = tmp_path / "模板.docx"
    template.write_bytes(document("x"))
    script = (
        "import sys; from reportgen.ooxml import Package; p = Package.open(sys.argv[1]);"
        "p.write('word/document.xml', p.read('word/document.xml') + b' ');"
        "p.add('word/media/a.png', b'png', 'image/png'); sys.stdout.buffer.write(p.save())"
    )
    root = str(Path(__file__).parents[2])
    runs = []
    for zone, folder in (("UTC", tmp_path), ("Asia/Shanghai", Path("/"))):
        env = {
            **os.environ,
            "TZ": zone,
            "PYTHONPATH": root,
            "PYTHONHASHSEED": zone[:1].replace("U", "1").replace("A", "2"),
        }
        done = subprocess.run(
            [sys.executable, "-c", script, str(template)],
            capture_output=True,
            cwd=folder,
            env=env,
            check=True,
        )
        runs.append(done.stdout)
        time.sleep(2.1)  # zip dates count in steps of two seconds
    assert runs[0] == runs[1]
    assert Package.open(runs[0]).read("word/media/a.png") == b"png"


def test_new_parts_come_last_and_are_declared_and_dated_1980() -> None:
    package = Package.open(document("x"))
    package.add("word/media/image7.png", b"png", "image/png")
    package.add("customXml/item7.xml", b"<a/>", "application/xml")
    with zipfile.ZipFile(io.BytesIO(package.save())) as archive:
        infos = archive.infolist()
    assert [info.filename for info in infos[-2:]] == ["word/media/image7.png", "customXml/item7.xml"]
    assert {info.date_time for info in infos[-2:]} == {(1980, 1, 1, 0, 0, 0)}
    assert package.content_type("word/media/image7.png") == "image/png"
    assert package.content_type("customXml/item7.xml") == "application/xml"


def test_a_removed_part_goes_with_its_relationships_and_content_type() -> None:
    package = Package.open(document("x"))
    package.add("word/charts/chart1.xml", b"<c/>", "application/x-chart")
    package.relationships("word/charts/chart1.xml").add("urn:t", "word/styles.xml")
    package.remove("word/charts/chart1.xml")
    assert not [name for name in package.names() if "charts" in name]
    assert b"x-chart" not in package.read("[Content_Types].xml")


def test_a_long_part_is_taken_in_chunks() -> None:
    package = Package.open(workbook())
    package.write("xl/worksheets/sheet1.xml", (b"<row/>" for _ in range(1000)))
    assert Package.open(package.save()).read("xl/worksheets/sheet1.xml") == b"<row/>" * 1000


def test_a_copy_is_edited_on_its_own() -> None:
    package = Package.open(document("x"))
    twin = package.copy()
    twin.write("word/document.xml", b"<a/>")
    assert package.read("word/document.xml") != b"<a/>"
    assert twin.read("word/document.xml") == b"<a/>"


def test_part_names_are_equal_whatever_their_case() -> None:
    package = Package.open(document("x"))
    assert "WORD/Document.xml" in package
    package.write("WORD/Document.xml", b"<a/>")
    assert package.read("word/document.xml") == b"<a/>"
    assert len([name for name in package.names() if name.lower() == "word/document.xml"]) == 1


@pytest.mark.parametrize(("content_type", "extension"), list(EXTENSION_OF_MAIN_PART.items()))
def test_the_main_parts_type_is_kept_and_says_the_extension(content_type: str, extension: str) -> None:
    package = Package.open(_retyped(content_type))
    assert package.extension == extension
    assert Package.open(package.save()).content_type(package.main_part) == content_type


@pytest.mark.parametrize("content_type", list(DOCUMENT_OF_TEMPLATE))
def test_a_template_can_be_saved_as_a_document_with_one_attribute_changed(content_type: str) -> None:
    before = _retyped(content_type)
    package = Package.open(before)
    package.make_document()
    after = package.save()
    assert package.extension.replace("doc", "dot").replace("xls", "xlt") == Package.open(before).extension
    was, now = parts_of(before), parts_of(after)
    assert [name for name in was if was[name] != now[name]] == ["[Content_Types].xml"]
    new_type = DOCUMENT_OF_TEMPLATE[content_type].encode()
    assert was["[Content_Types].xml"].replace(content_type.encode(), new_type) == now["[Content_Types].xml"]


def _retyped(content_type: str) -> bytes:
    made = document("x") if "word" in content_type else workbook()
    parts = parts_of(made)
    package = Package.open(made)
    old = package.content_type(package.main_part) or ""
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        f'"{old}"'.encode(), f'"{content_type}"'.encode()
    )
    return zipped(parts)


def test_word_and_excel_files_open_after_saving() -> None:
    assert openpyxl.load_workbook(io.BytesIO(Package.open(workbook()).save())).active["A1"].value == "a"
    assert docx.Document(io.BytesIO(Package.open(document("x")).save())).paragraphs[0].text == "x"


def test_a_part_that_was_written_and_is_no_xml_is_refused_before_anything_is_placed() -> None:
    package = Package.open(document("x"))
    package.write("word/settings.xml", b"<w:settings><w:zoom></w:settings>")
    with pytest.raises(PackageError, match="is not sound XML"):
        package.save()
