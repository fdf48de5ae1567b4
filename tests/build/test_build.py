"""Building: all or nothing, the same bytes anywhere, and every number in pack.json."""

import json
import os
import shutil
import subprocess
import sys

import openpyxl
import pytest

from reportgen.build.build import build
from reportgen.build.check import check
from reportgen.errors import PackError
from reportgen.finished.lineage_part import NAMESPACE
from reportgen.language import language
from reportgen.ooxml import Package
from tests.build.packs import pack, text_of
from tests.word.test_designed_charts import designed


def files_of(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def manifest_of(folder):
    return json.loads((folder / "pack.json").read_text(encoding="utf-8"))


def test_a_build_makes_every_document_in_both_languages(tmp_path):
    built = build(pack(tmp_path / "p"))
    assert [path.name for path in built.placed.files] == [
        "brief-en.docx", "book-en.xlsx", "data-en.xlsx", "brief-zh.docx", "book-zh.xlsx", "data-zh.xlsx", "pack.json",
    ]  # fmt: skip
    assert (
        text_of(built.placed.folder / "brief-en.docx")
        == "Small pack: 32.21 billion yuan, up 63.3% year on year."
    )
    assert text_of(built.placed.folder / "brief-zh.docx") == "小报告: 322.1亿元, 比上年增长63.3%."
    assert openpyxl.load_workbook(built.placed.folder / "book-zh.xlsx").active["B1"].value == 322.1


def test_the_same_inputs_give_the_same_bytes_in_another_folder_and_process(tmp_path):
    here = pack(tmp_path / "here")
    other = shutil.copytree(here, tmp_path / "there" / "deeper")
    first = build(here).placed.folder
    environment = {**os.environ, "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    code = f"from reportgen.build.build import build; build({str(other)!r})"
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    assert files_of(first) == files_of(other / "build" / "small")


def test_the_dates_in_the_documents_come_from_the_cut_off_date_or_the_environment(tmp_path, monkeypatch):
    folder = pack(tmp_path)
    core = Package.open(build(folder).placed.folder / "brief-en.docx").read("docProps/core.xml")
    assert b"2022-06-30T12:00:00Z" in core
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    core = Package.open(build(folder, output=tmp_path / "out").placed.folder / "brief-en.docx").read(
        "docProps/core.xml"
    )
    assert b"1970-01-02T00:00:00Z" in core


def test_every_shown_figure_stands_in_the_manifest_with_its_inputs(tmp_path):
    folder = build(pack(tmp_path, paragraphs=("{{ cbec_trade.implied_base }}",))).placed.folder
    content = manifest_of(folder)
    figures = {item["id"]: item for item in content["figures"]}
    base = figures["cbec_trade/CN-CQ/2021/implied_base"]
    assert base["display_en"] == "19.72 billion yuan"
    assert set(base["inputs"]) == {"cbec_trade/CN-CQ/2021/level", "cbec_trade/CN-CQ/2021/growth_yoy"}
    assert set(base["inputs"]) <= set(figures)
    shown = next(item for item in content["outputs"] if item["path"] == "brief-en.docx")["figures"]
    assert [item["text"] for item in shown] == ["19.72 billion yuan"]
    assert [item["key"] for item in shown] == [base["key"]]


def test_the_manifest_names_every_input_and_output_with_its_hash_and_no_folder_of_this_machine(tmp_path):
    folder = build(pack(tmp_path)).placed.folder
    content = manifest_of(folder)
    assert {"pack.toml", "data/observations.csv", "brief.docx", "book.xlsx"} <= {
        item["path"] for item in content["inputs"]
    }
    assert str(tmp_path) not in json.dumps(content)
    assert {item["path"] for item in content["outputs"]} == set(files_of(folder)) - {"pack.json"}


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("{{ cbec_trad }}", "cbec_trade"),
        ("{% for r in tables %}", "endfor"),
        ("{{ cbec_trade.cagr('2015') }}", "2015"),
    ],
)
def test_a_mistake_in_any_template_stops_the_build_and_leaves_the_last_one(tmp_path, paragraph, expected):
    folder = pack(tmp_path)
    before = files_of(build(folder).placed.folder)
    pack(tmp_path, paragraphs=("{{ cbec_trade }}", paragraph))
    with pytest.raises(PackError) as caught:
        build(folder)
    said = " ".join(language("en").sentence(finding) for finding in caught.value.findings)
    assert expected in said
    assert "paragraph 2" in said
    assert files_of(folder / "build" / "small") == before


def test_mistakes_of_all_documents_are_told_at_once(tmp_path):
    folder = pack(tmp_path, paragraphs=("{{ one }} {{ two }}",), cells={"C7": "{{ three }}"})
    with pytest.raises(PackError) as caught:
        build(folder)
    said = [language("en").sentence(finding) for finding in caught.value.findings]
    for word in ("one", "two", "three", "C7"):
        assert any(word in sentence for sentence in said), word


def test_errors_in_the_data_stop_the_build(tmp_path):
    folder = pack(tmp_path)
    table = folder / "data" / "observations.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("32.21", "n/a"), encoding="utf-8")
    with pytest.raises(Exception, match="has errors") as caught:
        build(folder)
    assert caught.value.findings[0].place.column == "value"
    assert not (folder / "build").exists()


def test_a_source_list_before_the_text_knows_the_marks_after_it(tmp_path):
    paragraphs = (
        "{% for s in sources %}{{ s.number }} {{ s.reference }}{% endfor %}",
        "{{ cbec_trade }}{{ cbec_trade.mark }}",
    )
    folder = build(pack(tmp_path, paragraphs=paragraphs)).placed.folder
    said = text_of(folder / "brief-en.docx")
    assert said.startswith("1 ")
    assert said.endswith("32.21 billion yuan\u2060[1]")


def test_without_lineage_no_custom_xml_goes_into_the_documents(tmp_path):
    folder = pack(tmp_path)
    with_it = Package.open(build(folder).placed.folder / "brief-en.docx")
    without = Package.open(
        build(folder, lineage=False, output=tmp_path / "o").placed.folder / "brief-en.docx"
    )
    assert any(NAMESPACE.encode() in with_it.read(part) for part in with_it.names())
    assert not any(NAMESPACE.encode() in without.read(part) for part in without.names())


def test_a_figure_younger_than_the_cut_off_date_stops_the_build_also_as_an_input(tmp_path):
    data = "cbec_trade CN-CQ 2021=32.21e9 2022=40.00e9 2022:yoy=24.2 2025:target=>70e9"
    old = pack(tmp_path / "old", data, paragraphs=("{{ cbec_trade }}, {{ cbec_trade.target.value }}",))
    assert build(old).findings is not None
    young = pack(tmp_path / "young", data, paragraphs=("{{ cbec_trade.at('2022').implied_base }}",))
    with pytest.raises(PackError) as caught:
        build(young)
    assert {finding.code for finding in caught.value.findings} == {"figure-after-cut-off"}
    assert "cbec_trade/CN-CQ/2022/level is younger than the cut-off date 30 June 2022" in language("en").what(
        caught.value.findings[0]
    )


def test_a_value_published_after_the_cut_off_date_is_not_seen(tmp_path):
    folder = pack(tmp_path, sources={"s1": {"published": "2022-07-24"}})
    with pytest.raises(PackError) as caught:
        build(folder)
    assert "has no number" in language("en").what(caught.value.findings[0])
    [note] = [finding for finding in check(folder)[0] if finding.code == "not-yet-published"]
    count = len(note.subjects)
    assert language("en").what(note) == (
        f"{count} values were published only after the cut-off date 30 June 2022, “{dict(note.parameters)['first']}” first: the pack does not see them."
    )
    assert language("zh").what(note).startswith(f"有{count}个数值在数据截止日期2022年6月30日之后才公布")


def test_check_tells_what_only_filling_shows_and_writes_nothing(tmp_path):
    folder = pack(tmp_path, paragraphs=("{{ cbec_trade.at('2019') }}",))
    findings, _ = check(folder)
    assert "no-number" in {finding.code for finding in findings}
    assert not (folder / "build").exists()


def test_a_damaged_template_is_named(tmp_path):
    folder = pack(tmp_path)
    (folder / "brief.docx").write_bytes((folder / "brief.docx").read_bytes()[:2000])
    with pytest.raises(PackError) as caught:
        build(folder)
    assert {finding.place.file for finding in caught.value.findings} == {"brief.docx"}
    assert {finding.code for finding in caught.value.findings} == {"template-not-readable"}


def test_a_folder_in_place_of_a_template_is_told(tmp_path):
    folder = pack(tmp_path)
    (folder / "brief.docx").unlink()
    (folder / "brief.docx").mkdir()
    with pytest.raises(PackError) as caught:
        build(folder)
    [said] = {language("en").sentence(finding) for finding in caught.value.findings}
    assert said == (
        "pack.toml: the template brief.docx cannot be read (Is a directory). "
        "Close the program that holds the file, and see that you may read it."
    )


def test_an_unknown_area_is_found_at_its_own_key_and_nowhere_else(tmp_path):
    folder = pack(tmp_path)
    definition = folder / "pack.toml"
    definition.write_text(definition.read_text(encoding="utf-8").replace("CN-CQ", "CN-CX"), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        build(folder)
    assert [finding.place.text for finding in caught.value.findings] == ["ref_area"]
    assert "Did you mean CN-CQ?" in language("en").remedy(caught.value.findings[0])


def test_a_wrong_source_date_epoch_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(PackError, match="SOURCE_DATE_EPOCH"):
        build(pack(tmp_path))


def test_what_stops_a_build_without_a_finding_of_its_own_is_one_in_a_check(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    (finding,) = [item for item in check(pack(tmp_path))[0] if item.code == "cannot-build"]
    assert "SOURCE_DATE_EPOCH is 'yesterday'" in language("en").what(finding)
    assert "SOURCE_DATE_EPOCH 的值为“yesterday”" in language("zh").what(finding)


def test_an_unknown_area_has_the_code_of_unknown_codes(tmp_path):
    folder = pack(tmp_path, area="CN-XX-YY")
    with pytest.raises(PackError) as caught:
        build(folder)
    (finding,) = caught.value.findings
    assert finding.code == "unknown-code"
    assert language("en").what(finding) == "ref_area is CN-XX-YY, an area the dataset does not have."


def test_a_template_of_another_format_is_refused(tmp_path):
    folder = pack(tmp_path)
    definition = (folder / "pack.toml").read_text(encoding="utf-8")
    (folder / "pack.toml").write_text(definition.replace('"brief.docx"', '"brief.odt"'), encoding="utf-8")
    (folder / "brief.odt").write_bytes(b"")
    with pytest.raises(PackError) as caught:
        build(folder)
    assert (
        "pack.toml: brief.odt is no template that can be filled. Save it as .docx, .xlsx, .md or .txt."
        in {language("en").sentence(finding) for finding in caught.value.findings}
    )


def test_what_an_engine_notices_while_filling_is_told_and_recorded(tmp_path):
    folder = pack(tmp_path)
    definition = (folder / "pack.toml").read_text(encoding="utf-8")
    chart = '\n[charts.gap]\nkind = "column"\nperiods = ["2020", "2021"]\nseries = [{ indicator = "cbec_trade" }]\n'
    (folder / "pack.toml").write_text(definition + chart, encoding="utf-8")
    (folder / "brief.docx").write_bytes(
        designed("{{ charts.gap }}")
    )  # its designer drew two series, Actual and Plan
    built = build(folder)
    noticed = {finding.code for finding in built.findings if "brief.docx" in (finding.place.file or "")}
    assert noticed == {"chart-series-without-data"}
    assert noticed <= {item["code"] for item in manifest_of(built.placed.folder)["findings"]}
    assert noticed <= {finding.code for finding in check(folder)[0]}


def test_a_template_that_is_not_there_is_told_in_each_language_alone(tmp_path):
    folder = pack(tmp_path)
    (folder / "book.xlsx").unlink()
    with pytest.raises(PackError) as caught:
        build(folder)
    (finding,) = caught.value.findings
    assert language("en").what(finding) == "there is no file book.xlsx."
    assert language("zh").what(finding) == "没有文件 book.xlsx。"
