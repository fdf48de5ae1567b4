"""`check --annotate`: the designer gets her own template back with a comment at each mistake."""

import docx
import openpyxl
import pytest

from reportgen.build.annotate import annotate_pack
from reportgen.errors import PackError
from tests.build.packs import pack


def mistaken(folder):
    return pack(folder, paragraphs=("{{ cbec_trade }}", "{{ cbec_trad }}"), cells={"B2": "{{ nothing }}"})


def test_each_template_comes_back_with_its_comments(tmp_path):
    written = annotate_pack(mistaken(tmp_path / "p"), tmp_path / "out", "en")
    assert [path.name for path in written] == ["brief.docx", "book.xlsx"]
    comments = [comment.text for comment in docx.Document(str(written[0])).comments]
    assert len(comments) == 1
    assert "cbec_trade" in comments[0]
    assert "nothing" in openpyxl.load_workbook(written[1]).active["B2"].comment.text


def test_one_file_serves_where_one_template_of_its_kind_is_mistaken(tmp_path):
    out = tmp_path / "commented.docx"
    assert annotate_pack(mistaken(tmp_path / "p"), out, "zh") == [out]
    assert "是否" in next(comment.text for comment in docx.Document(str(out)).comments)


def test_the_template_itself_is_never_written_over(tmp_path):
    folder = mistaken(tmp_path / "p")
    before = (folder / "brief.docx").read_bytes()
    with pytest.raises(PackError, match="the template itself"):
        annotate_pack(folder, folder / "brief.docx", "en")
    assert (folder / "brief.docx").read_bytes() == before


def test_a_pack_without_mistakes_needs_no_comments(tmp_path):
    assert annotate_pack(pack(tmp_path / "p"), tmp_path / "out", "en") == []
