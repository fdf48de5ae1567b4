"""The commands as a person types them: what they print, and their exit codes."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli import main
from reportgen.cli.output import print_findings, summary
from reportgen.figures.recorded_findings import RecordedFinding
from reportgen.findings import Finding, Place, Severity
from tests.word.documents import docx_of

ROOT = Path(__file__).parents[2]
DATA = str(ROOT / "data")
PLAN = str(ROOT / "examples" / "plan-2025")


def run(*arguments: str, **environment: str):
    return CliRunner().invoke(main, arguments, env={"LANG": "en_GB.UTF-8", "LC_ALL": "", **environment})


def test_check_lists_the_findings_of_the_real_data_and_passes():
    result = run("check", DATA)
    assert result.exit_code == 0
    assert "implies 19.72 billion yuan for 2020" in result.output
    assert result.output.rstrip().splitlines()[-1].startswith("0 errors, ")


def test_check_strict_lets_warnings_count():
    assert run("check", DATA, "--strict").exit_code == 1


def test_messages_follow_the_language_asked_for_then_the_locale():
    assert "警告" in run("check", DATA, "--language", "zh").output
    assert "警告" in run("check", DATA, LANG="zh_CN.UTF-8").output
    assert "warning" in run("check", DATA, "--language", "en", LANG="zh_CN.UTF-8").output


def test_check_json_has_its_stable_form():
    findings = json.loads(run("check", DATA, "--json").output)
    assert set(findings[0]) >= {
        "code",
        "severity",
        "cause",
        "series",
        "message_en",
        "message_zh",
        "remedy_en",
        "remedy_zh",
        "place",
    }
    assert set(findings[0]["place"]) == {"file", "sheet", "row", "column", "paragraph", "text"}


def test_a_severity_is_in_its_colour_and_its_words_are_broken_behind_it(monkeypatch, capsys):
    monkeypatch.setattr("reportgen.cli.output.terminal_width", lambda err=False: 40)
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda *given: False)
    print_findings(
        [
            Finding(
                "x-y",
                Severity.WARNING,
                "The warning: of ten words.",
                "Mend what it says.",
                place=Place("a.csv"),
            )
        ],
        "en",
    )
    assert capsys.readouterr().out == (
        "\x1b[33m\x1b[1mwarning\x1b[0m: a.csv: The warning: of ten\n  words. Mend what it says. [x-y]\n"
    )


def test_what_follows_from_another_finding_is_in_the_json_but_not_on_the_screen(capsys):
    place = Place("pack.toml", text="ref_area")
    first = Finding("unknown-key", Severity.ERROR, place=place, key="ref_aera", near="", known=("a",))
    after = Finding("missing-key", Severity.ERROR, key="x", file="a.toml", cause=("unknown-key", place))
    other = Finding(
        "missing-key", Severity.ERROR, key="y", file="a.toml", cause=("unknown-key", Place("z.toml"))
    )
    print_findings([after, first, other], "en")
    said = capsys.readouterr().out.splitlines()
    assert [line.rpartition(" ")[2] for line in said] == ["[unknown-key]", "[missing-key]"]
    assert summary([after, first, other], "en") == "2 errors, 0 warnings, 0 notes"
    cause = RecordedFinding.of(after).to_json()["cause"]
    assert (cause["code"], cause["place"]["file"], cause["place"]["text"]) == (
        "unknown-key",
        "pack.toml",
        "ref_area",
    )


@pytest.mark.parametrize("pack", ["plan-2025", "ecommerce-2020", "trade-2023", "trade-monthly"])
def test_the_examples_pass_their_check(pack):
    assert run("check", str(ROOT / "examples" / pack)).exit_code == 0


def test_figures_json_has_its_stable_form_and_the_hand_figures():
    rows = {row["id"]: row for row in json.loads(run("figures", DATA, "--json").output)}
    gap = rows["cbec_trade/CN-CQ/2021/target_gap@cbec_trade_2025"]
    assert set(gap) >= {
        "id", "indicator", "ref_area", "period", "kind", "value", "unit", "display_en", "display_zh", "bound",
        "comparable", "reason", "formula", "inputs", "citations",
    }  # fmt: skip
    assert (gap["value"], gap["display_en"], gap["display_zh"]) == (
        "37790000000",
        "37.79 billion yuan",
        "377.9亿元",
    )
    refused = rows["cbec_trade/CN-CQ/2021/growth_computed"]
    assert refused["value"] is None
    assert "series breaks in 2021" in refused["reason"]


def test_figures_csv_is_one_table():
    rows = list(
        csv.DictReader(io.StringIO(run("figures", DATA, "--csv", "--id", "*@cbec_trade_2025").output))
    )
    assert {row["indicator"] for row in rows} == {"cbec_trade"}


def test_figures_takes_one_form_at_a_time():
    assert run("figures", DATA, "--json", "--csv").exit_code == 2


def test_fields_says_what_templates_may_use_in_both_languages():
    output = run("fields", PLAN, "--language", "zh").output
    assert "{{ cbec_trade }}  {{ 跨境电商进出口 }}" in output
    assert "跨境电商进出口.同比" in output


def test_fields_of_a_template_are_those_it_uses():
    template = str(ROOT / "templates" / "plan-2025-brief-zh.docx")
    output = run("fields", PLAN, "--template", template, "--language", "zh").output
    assert "跨境电商进出口" in output
    assert "论坛参会人数" not in output


def test_fields_of_a_template_without_data_are_its_names_with_their_places(tmp_path):
    letter = tmp_path / "letter.docx"
    letter.write_bytes(docx_of("{{ name }}", "{{ 收件人.姓名 }} {{ name }}"))
    output = run("fields", "--template", str(letter), "--language", "zh").output
    assert output.split("\n")[:6] == [
        "{{ name }}",
        "    第1段",
        "    第2段",
        "{{ 收件人.姓名 }}",
        "    第2段",
        "",
    ]
    rows = json.loads(run("fields", "--template", str(letter), "--language", "en", "--json").output)
    assert rows[1] == {"name": "收件人.姓名", "places": ["paragraph 2"]}


def test_fields_needs_a_pack_or_a_template_that_can_be_read(tmp_path):
    assert run("fields").exit_code == 2
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    refused = run("fields", "--template", str(tmp_path / "a.pdf"), "--language", "en")
    assert "is no template that can be filled here; save it as .docx" in refused.output + refused.stderr


def test_explain_leads_to_the_sources_own_words():
    output = run("explain", PLAN, "cbec_trade/CN-CQ/2021/target_completion@cbec_trade_2025").output
    assert "46.0" in output
    assert (
        output.count("transaction volume reached 32.21 billion yuan in 2021") == 1
    )  # at the input, not twice
    assert "in full: 32,210,000,000 yuan; shown rounded half up to the nearest 10 million" in output
    assert "46.0142857142…%; shown rounded half up to 1 decimal" in output


@pytest.mark.parametrize(("language", "said"), [("en", "scope: Municipal level"), ("zh", "口径：市级")])
def test_explain_names_a_scope_by_its_label_also_of_a_document(language, said, tmp_path):
    run("build", PLAN, "-o", str(tmp_path), "--language", language)
    for asked in (PLAN, str(tmp_path / f"plan-2025-brief-{language}.docx")):
        output = run("explain", asked, "cbec_demo_zones/CN-CQ/2024/level", "--language", language).output
        assert said in output
        assert "MUNICIPAL_LEVEL" not in output


def test_explain_speaks_chinese_throughout():
    output = run("explain", PLAN, "auto_exports/CN-CQ/2023/implied_base", "--language", "zh").output
    assert "显示时向下舍入到1亿" in output  # a lower bound stays true
    assert "界限：下限" in output
    assert "限定词：超过" in output


def test_a_mistyped_id_is_answered_with_the_nearest():
    result = run("explain", DATA, "cbec_trad/CN-CQ/2021/level")
    assert result.exit_code == 2
    assert "cbec_trade" in result.output


@pytest.mark.parametrize("command", ["check", "figures", "build", "fields"])
def test_what_is_not_there_is_said_in_one_sentence(command, tmp_path):
    result = run(command, str(tmp_path / "nothing"))
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_building_a_dataset_says_what_is_missing():
    result = run("build", DATA)
    assert result.exit_code == 2
    assert "reportgen init" in result.output


def test_init_then_build_works_in_an_empty_folder(tmp_path):
    folder = str(tmp_path / "my pack")
    assert run("init", folder).exit_code == 0
    result = run("build", folder)
    assert result.exit_code == 0, result.output
    built = tmp_path / "my pack" / "build" / "my pack"
    assert (built / "pack.json").is_file()
    assert list(built.glob("*.docx"))
    assert run("init", folder).exit_code == 2


def test_a_build_without_libreoffice_says_so_before_it_starts(tmp_path, monkeypatch):
    monkeypatch.setattr("reportgen.build.pdf._USUAL_PLACES", ())
    result = run("build", PLAN, "-o", str(tmp_path / "out"), "--pdf", PATH="")
    assert result.exit_code == 2
    assert "PDFs and .ods need LibreOffice" in result.output
    assert not (tmp_path / "out").exists()


def test_every_command_has_help_with_an_example():
    for name in main.list_commands(None):
        output = run(name, "--help").output
        assert "Example" in output, name
        assert f"reportgen {name}" in output, name


def test_figures_as_of_a_day_show_what_was_known_then(tmp_path):
    folder = tmp_path / "revised"
    folder.mkdir()
    (folder / "indicators.csv").write_text(
        "indicator,name_zh,label_en,label_zh,unit,round_to,direction,kind\ntrade,进出口,Trade,进出口,CNY,8,up,flow\n"
    )
    (folder / "areas.csv").write_text("ref_area,label_en,label_zh,kind\nCN,China,全国,place\n")
    (folder / "sources.csv").write_text(
        "source,title,author,publisher,published,accessed,url,language,kind\n"
        "s1,Communique,,Bureau,2023-02-28,,,en,release\ns2,Yearbook,,Bureau,2023-12-29,,,en,yearbook\n"
    )
    (folder / "observations.csv").write_text(
        "obs_id,indicator,ref_area,period,measure,value,unit_mult,source\n"
        ",trade,CN,2022,level,416700,8,s2\n,trade,CN,2022,level,420678,8,s1\n"
    )
    (folder / "citations.csv").write_text("subject,source,statement,role\n")
    shown = run("figures", str(folder)).output
    assert shown == "trade/CN/2022/level  41,670.0 billion yuan\n"
    shown = run("figures", str(folder), "--as-of", "2023-06").output
    assert shown == "trade/CN/2022/level  42,067.8 billion yuan\n"
    refused = run("figures", str(folder), "--as-of", "June")
    assert refused.exit_code == 2
    assert "June is no date such as 2024-03-31." in refused.output
