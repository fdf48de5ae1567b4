"""What the merge need not touch comes out byte for byte, and lies in the file as it lay."""

import io
import zipfile

import docx
import pytest

from reportgen.ooxml import Package
from reportgen.word import fill_word
from tests.word.documents import docx_of, filled, lines


def template_with_everything():
    package = Package.open(docx_of("{{ x }}", "{% if x %}", "y", "{% endif %}"))
    main = package.main_part
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    for name, kind, content_type, data in [
        ("word/vbaProject.bin", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "application/vnd.ms-office.vbaProject", b"macro {{ x }}"),
        ("word/embeddings/oleObject1.bin", f"{office}/oleObject", "application/vnd.openxmlformats-officedocument.oleObject", b"\xd0\xcf {{ x }}"),
        ("customXml/item9.xml", f"{office}/customXml", "application/xml", b"<a>{ x, }</a>"),
        ("word/glossary/document.xml", f"{office}/glossaryDocument", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml", b"<g>{{ x }}</g>"),
    ]:  # fmt: skip
        package.add(name, data, content_type)
        package.relationships(main).add(kind, name)
    return package.save()


def test_every_other_part_is_kept_byte_for_byte():
    template = template_with_everything()
    before, after = Package.open(template), Package.open(filled(template, x="new"))
    assert before.names() == after.names()
    assert [name for name in before.names() if before.read(name) != after.read(name)] == ["word/document.xml"]


def test_untouched_parts_are_copied_deflated_as_they_lay():
    template = template_with_everything()
    old, new = (zipfile.ZipFile(io.BytesIO(data)) for data in (template, filled(template, x="new")))
    for member in old.infolist():
        if member.filename != "word/document.xml":
            assert new.getinfo(member.filename).compress_size == member.compress_size


def test_a_template_without_tags_is_returned_as_it_is():
    template = docx_of("nothing here { but } braces")
    assert filled(template) == template


def test_python_docx_reads_what_comes_out():
    document = docx.Document(io.BytesIO(filled(docx_of("{{ x }}"), x="a\nb")))
    assert document.paragraphs[0].text == "a\nb"


def test_files_are_filled_whole_or_not_at_all(tmp_path):
    (tmp_path / "t.docx").write_bytes(docx_of("{{ x }}"))
    fill_word(tmp_path / "t.docx", {"x": "done"}, tmp_path / "out.docx")
    assert lines((tmp_path / "out.docx").read_bytes()) == ["done"]
    with pytest.raises(Exception, match="unknown"):
        fill_word(tmp_path / "t.docx", {}, tmp_path / "out.docx")
    assert lines((tmp_path / "out.docx").read_bytes()) == ["done"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.docx", "t.docx"]


@pytest.mark.parametrize(
    ("kind", "filled_kind"),
    [
        ("document.macroEnabled", "document.macroEnabled"),
        ("template.macroEnabledTemplate", "document.macroEnabled"),
    ],
)
def test_macros_stay_and_a_macro_template_becomes_a_document(kind, filled_kind):
    package = Package.open(docx_of("{{ x }}"))
    package.add("word/vbaProject.bin", b"\xd0\xcf\x11\xe0 macros", "application/vnd.ms-office.vbaProject")
    package.relationships("word/document.xml").add(
        "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "word/vbaProject.bin"
    )
    usual = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = package.read("[Content_Types].xml")
    package.write(
        "[Content_Types].xml", types.replace(usual, f"application/vnd.ms-word.{kind}.main+xml".encode())
    )
    made = Package.open(filled(package.save(), x="text"))
    assert made.read("word/vbaProject.bin") == b"\xd0\xcf\x11\xe0 macros"
    assert made.content_type("word/document.xml") == f"application/vnd.ms-word.{filled_kind}.main+xml"
