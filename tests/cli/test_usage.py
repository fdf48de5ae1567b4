"""Help pages and usage errors: in the user's language, with the nearest valid name."""

import re

import pytest
from click.testing import CliRunner

from reportgen.cli import main
from reportgen.language import languages
from reportgen.language.en.commands import MESSAGES as ENGLISH
from reportgen.language.zh.commands import MESSAGES as CHINESE

HAN = re.compile(r"[\u4e00-\u9fff]")
COMMANDS = main.list_commands(None)


def run(*arguments, locale="en_GB.UTF-8"):
    return CliRunner().invoke(main, arguments, env={"LANG": locale, "LC_ALL": ""}, prog_name="reportgen")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_the_language_asked_for_wherever_it_is_asked(command):
    first = run(command, "--language", "zh", "--help").output
    assert first == run(command, "--help", "--language=zh").output
    assert first == run(command, "--help", locale="zh_CN.UTF-8").output
    assert first.startswith(f"用法：reportgen {command} [选项]")
    assert "选项：" in first
    assert not HAN.search(run(command, "--help", "--language", "en", locale="zh_CN.UTF-8").output)


def test_a_locale_of_no_language_is_answered_in_the_first_one():
    assert run("--help", locale="fr_FR.UTF-8").output == run("--help").output
    assert languages()[0] == "en"


def test_the_list_of_commands_says_what_each_does():
    output = run("--help", locale="zh_CN.UTF-8").output
    for command in COMMANDS:
        assert re.search(rf"^  {command} +[^a-z]*[\u4e00-\u9fff]", output, re.MULTILINE), command


def test_no_line_of_help_is_wider_than_the_terminal():
    for command in COMMANDS:
        output = CliRunner().invoke(main, [command, "--help", "--language", "zh"], terminal_width=60).output
        prose = [line for line in output.splitlines() if not line.startswith(("    reportgen", "用法"))]
        assert max(len(line) + len(HAN.findall(line)) for line in prose) <= 62, command


ERRORS = [
    (("buidl",), "No such command 'buidl'. Did you mean 'build'?", "没有命令“buidl”。是否应为“build”？"),
    (("zzz",), "No such command 'zzz'. Commands: init, check", "没有命令“zzz”。可用的命令：init、check"),
    (
        ("build", "--pfd", "x"),
        "No such option '--pfd'. Did you mean '--pdf'?",
        "没有选项“--pfd”。是否应为“--pdf”？",
    ),
    (("build",), "Missing argument 'PACK'.", "缺少参数“报告包”。"),
    (("refresh", "x", "--pack", "p"), "Missing option '--output'.", "缺少选项“--output”。"),
    (("build", "--jobs"), "Option '--jobs' requires an argument.", "选项“--jobs”需要一个值。"),
    (("build", "--pdf=1", "x"), "Option '--pdf' does not take a value.", "选项“--pdf”不带值。"),
    (("build", "a", "b"), "Got unexpected extra argument (b).", "多出参数（b）。"),
    (("build", "a", "b", "c"), "Got unexpected extra arguments (b c).", "多出参数（b c）。"),
    (("build", "x", "--jobs", "0"), "'0' is not a whole number from 1 to 64.", "“0”不是 1 到 64 的整数。"),
    (("build", "x", "--jobs", "two"), "'two' is not a whole number", "“two”不是 1 到 64 的整数。"),
    (
        ("audit", "no.docx"),
        "Invalid value for 'DOCUMENT': File 'no.docx' does not exist.",
        "文件“no.docx”不存在。",
    ),
    (("audit", "READMEE.md"), "Did you mean 'README.md'?", "是否应为“README.md”？"),
    (("page", "examples/plan2025"), "Did you mean 'examples/plan-2025'?", "是否应为“examples/plan-2025”？"),
    (
        ("verify", "exampels"),
        "Directory 'exampels' does not exist. Did you mean 'examples'?",
        "是否应为“examples”？",
    ),
    (
        ("fields", "examples/plan-2025", "--zzzzzz"),
        "No such option '--zzzzzz'. Options: --",
        "没有选项“--zzzzzz”。可用的选项：--",
    ),
    (("init", "x", "--template", "anual"), "Did you mean 'annual'?", "是否应为“annual”？"),
    (
        ("build", "examples/plan-2025", "--for-each", "preiod"),
        "'preiod' is not ref_area, period, breakdown or counterpart_area. Did you mean 'period'?",
        "是否应为“period”？",
    ),
    (("build", "examples/plan-2025", "--language", "zhh"), "Did you mean 'zh'?", "是否应为“zh”？"),
    (("help", "recpie"), "Did you mean 'recipe'?", "是否应为“recipe”？"),
    (("export", "data", "--to", "x", "--as", "parqet"), "Did you mean 'parquet'?", "是否应为“parquet”？"),
    (
        ("form", "colect"),
        "No such command 'colect'. Did you mean 'collect'?",
        "没有命令“colect”。是否应为“collect”？",
    ),
    (("audit", "."), "'.' is a directory.", "“.”是文件夹。"),
    (("check", "data", "--source-texts", "no"), "Directory 'no' does not exist.", "文件夹“no”不存在。"),
    (("audit", "README.md", "--pack", "no"), "Path 'no' does not exist.", "路径“no”不存在。"),
    (("check", "data", "--source-texts", "README.md"), "'README.md' is a file.", "“README.md”是文件。"),
    (("audit", "README.md", "--tracked", "acepted"), "Did you mean 'accepted'?", "是否应为“accepted”？"),
    (("check", "x", "--language", "fr"), "'fr' is not en or zh.", "“fr”不是 en或zh。"),
    (("--debug",), "Missing command.", "缺少命令。"),
    (("figures", "data", "--json", "--csv"), "Give one of --json and --csv.", "--json 和 --csv 请只用其一。"),
]


@pytest.mark.parametrize(("arguments", "en", "zh"), ERRORS)
def test_a_usage_error_says_what_is_wrong_and_exits_2(arguments, en, zh):
    for locale, said in (("en_GB.UTF-8", en), ("zh_CN.UTF-8", zh)):
        result = run(*arguments, locale=locale)
        assert result.exit_code == 2
        assert said in result.output
        assert bool(HAN.search(result.output)) == (locale == "zh_CN.UTF-8")


SLIPS = [
    (("build", "examples/plan2025"), "There is no pack.toml at examples/plan2025. Did you mean examples/plan-2025?", "是否应为 examples/plan-2025？"),
    (("fields", "exmaples/plan-2025"), "Did you mean examples/plan-2025?", "是否应为 examples/plan-2025？"),
    (("build", "examples/plan-2025/pack.tml"), "Did you mean examples/plan-2025/pack.toml?", "是否应为 examples/plan-2025/pack.toml？"),
    (("check", "dta"), "There is no dataset at dta. Did you mean data?", "dta处没有数据集，是否应为data？"),
    (("figures", "nowhere"), "There is no dataset at nowhere; name a folder", "nowhere处没有数据集；请指定"),
    (("compare", "data", "daat"), "Did you mean data?", "是否应为data？"),
    (("explain", "data", "cbec_trade/CN-CQ/2021/levle"), "Did you mean cbec_trade/CN-CQ/2021/level?", "是否应为 cbec_trade/CN-CQ/2021/level？"),
    (("explain", "data", "zzz"), "is not a figure's id; an id looks like", "不是数字编号；编号形如"),
    (("explain", "data", "cbec_trad/CN-CQ/2021/level"), "no indicator “cbec_trad”; nearest: cbec_trade", "没有指标“cbec_trad”；相近的有：cbec_trade"),
    (("explain", "data", "cbec_trade/CNCQ/2021/level"), "no area “CNCQ”; nearest: CN-CQ", "没有地区“CNCQ”；相近的有：CN-CQ"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "en", "zh"), SLIPS)
def test_a_slip_in_a_name_is_answered_with_the_nearest_that_there_is(arguments, en, zh):
    for locale, said in (("en_GB.UTF-8", en), ("zh_CN.UTF-8", zh)):
        result = run(*arguments, locale=locale)
        assert result.exit_code == 2
        assert said in result.output
        assert bool(HAN.search(result.output)) == (locale == "zh_CN.UTF-8")


def test_a_usage_error_shows_the_usage_and_where_help_is():
    output = run("build", "--pfd").output
    assert output.startswith(
        "Usage: reportgen build [OPTIONS] PACK\nTry 'reportgen build --help' for help.\n\nError: "
    )


def test_a_program_stopped_by_hand_exits_130(monkeypatch):
    def stop(*arguments, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr("reportgen.build.check.check", stop)
    result = run("check", "data", locale="zh_CN.UTF-8")
    assert (result.exit_code, result.output) == (130, "已停止：没有只写了一半的文件。\n")


def test_a_mistake_of_our_own_asks_for_a_report_and_shows_no_traceback(monkeypatch):
    monkeypatch.setattr("reportgen.build.check.check", lambda *a, **b: 1 / 0)
    result = run("check", "data")
    assert result.exit_code == 2
    assert result.output.startswith(
        "reportgen: an error of reportgen's own (ZeroDivisionError: division by zero). Run"
    )


def test_every_entry_of_the_commands_is_in_both_languages():
    assert set(ENGLISH) == set(CHINESE)
