"""Hostile text files and names: CSV, TOML, JSON, names of outputs and of paths, and a machine without a locale."""

import csv
import json
import os
import re
import subprocess
import sys

import openpyxl
import pytest
from click.testing import CliRunner

from reportgen.build.definition import read_definition
from reportgen.build.file_names import is_file_name
from reportgen.cli import main
from reportgen.errors import PackError
from tests.build.packs import pack

HEAD = "obs_id,indicator,ref_area,period,measure,value,unit_mult,source\n"


def run(*arguments, language="en"):
    done = CliRunner().invoke(main, [*map(str, arguments), "--language", language])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert "reportgen's own" not in done.output
    assert "Traceback" not in done.output
    return done.exit_code, done.output


TABLES = {
    "a cell of 200,000 characters": HEAD + "x" * 200_000 + ",cbec_trade,CN-CQ,2021,level,1,0,s1\n",
    "NUL": HEAD + "a\0b,cbec_trade,CN-CQ,2021,level,1,0,s1\n",
    "a lone surrogate": (HEAD + "a,cbec_trade,CN-CQ,2021,level,1,0,s1\n").encode() + b"\xed\xa0\x80\n",
    "minus zero beside zero": HEAD
    + "".join(
        f"z{year},cbec_trade,CN-CQ,{year},level,{value},8,s1\n"
        for year, value in ((2019, "-0"), (2020, "0"), (2021, "5"), (2019, "0"))
    ),
    "NaN": HEAD + "a,cbec_trade,CN-CQ,2021,level,NaN,0,s1\n",
    "Infinity": HEAD + "a,cbec_trade,CN-CQ,2021,level,-Infinity,0,s1\n",
    "1e999999999": HEAD + "a,cbec_trade,CN-CQ,2021,level,1e999999999,0,s1\n",
    "a multiplier of 999999999": HEAD + "a,cbec_trade,CN-CQ,2021,level,1,999999999,s1\n",
    "a multiplier of -999999999": HEAD + "a,cbec_trade,CN-CQ,2021,level,1,-999999999,s1\n",
    "100,000 digits": HEAD + f"a,cbec_trade,CN-CQ,2021,level,{'9' * 100_000},0,s1\n",
    "a long fraction": HEAD + f"a,cbec_trade,CN-CQ,2021,level,0.{'1' * 5_000},0,s1\n",
    "full-width digits": HEAD + "a,cbec_trade,CN-CQ,2021,level,１２３,0,s1\n",
    "year 99999999": HEAD + "a,cbec_trade,CN-CQ,99999999,level,1,0,s1\n",
    "year 0000": HEAD + "a,cbec_trade,CN-CQ,0000,level,1,0,s1\n",
    "a period of 20,000 years": HEAD + "a,cbec_trade,CN-CQ,0001--9999,level,1,0,s1\n",
    "a base that is oneself": HEAD.replace("source", "base_period,source")
    + "a,cbec_trade,CN-CQ,2021,growth_yoy,1,0,2021,s1\n",
    "a stray quote before 3,000 rows": HEAD
    + 'a,cbec_trade,CN-CQ,2021,level,"1,0,s1\n'
    + "".join(f"b{row},cbec_trade,CN-CQ,2021,level,{row},0,s1\n" for row in range(3_000)),
    "only a head": HEAD,
    "only quotes": '"' * 10_000,
    "only commas": "," * 100_000,
    "only newlines": "\n" * 100_000,
    "UTF-16 cut in the middle": HEAD.encode("utf-16")[:-1],
    "binary": bytes(range(256)) * 50,
}


@pytest.mark.parametrize("name", TABLES)
def test_a_hostile_table_ends_in_findings(tmp_path, name):
    folder = pack(tmp_path)
    text = TABLES[name]
    (folder / "data" / "observations.csv").write_bytes(
        text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    )
    for command in (["check"], ["figures"], ["build"]):
        code, said = run(*command, folder)
        assert code in (0, 1, 2)
        assert all(len(line) < 2_500 for line in said.splitlines())
    assert not (folder / "build").exists() or code == 0


@pytest.mark.parametrize("what", ["folder", "nowhere", "device", "pipe"])
def test_a_table_that_cannot_be_read_is_not_absent(tmp_path, what):
    """Without its breaks a dataset would give numbers that are wrong."""
    folder = pack(tmp_path)
    table = folder / "data" / "breaks.csv"
    if what == "folder":
        table.mkdir()
    elif what == "pipe":
        os.mkfifo(table)
    else:
        table.symlink_to("/dev/zero" if what == "device" else "/nowhere/breaks.csv")
    for command in ("check", "figures", "build"):
        code, said = run(command, folder)
        assert (code, said.count("\n"), "breaks.csv cannot be read" in said) == (2, 1, True)


def test_a_long_chain_of_parents_is_followed_in_time(tmp_path):
    folder = pack(tmp_path)
    rows = "".join(f"A{n},a,b,place,A{n + 1}\n" for n in range(20_000))
    areas = folder / "data" / "areas.csv"
    areas.write_text(
        f"ref_area,label_en,label_zh,kind,parent\nCN-CQ,A,甲,place,\n{rows}A20000,a,b,place,\n",
        encoding="utf-8",
    )
    assert run("check", folder)[0] == 0


@pytest.mark.parametrize("findings", ["x", [1], {"a": 1}, 7])
def test_findings_of_a_pack_json_that_are_none(tmp_path, findings):
    folder = pack(tmp_path)
    assert run("build", folder, "-o", tmp_path / "out")[0] == 0
    made = tmp_path / "out" / "pack.json"
    made.write_text(json.dumps({**json.loads(made.read_text("utf-8")), "findings": findings}), "utf-8")
    code, said = run("compare", made, folder)
    assert (code, said.count("\n"), "pack.json" in said) == (2, 1, True)


def test_parents_in_a_circle_are_found(tmp_path):
    folder = pack(tmp_path)
    areas = folder / "data" / "areas.csv"
    areas.write_text(
        "ref_area,label_en,label_zh,kind,parent\nCN-CQ,A,甲,place,X\nX,B,乙,place,CN-CQ\n", encoding="utf-8"
    )
    assert run("check", folder)[0] in (0, 1)
    assert run("figures", folder)[0] in (0, 1)


DEFINITIONS = {
    "nested lists": "x = " + "[" * 5_000 + "]" * 5_000,
    "nested tables": "\n".join(f"[{'.'.join(['a'] * depth)}]" for depth in range(1, 900)),
    "a dotted key of 20,000": ".".join(["a"] * 20_000) + " = 1",
    "a number of 100,000 digits": f"x = {'9' * 100_000}",
    "NaN": "percent_decimals = nan",
    "infinite": "[limits]\nseconds = inf",
    "a huge limit": "[limits]\nseconds = 999999999999",
    "a limit of 0": "[limits]\nmemory_mib = 0",
    "a limit that is a text": '[limits]\noutput_mib = "much"',
    "an unknown limit": "[limits]\nhours = 1",
    "limits that are a list": "limits = [1]",
    "languages that are a mapping": "languages = {en = 1}",
    "documents that are a number": "documents = 7",
    "tables that are lists": "tables = [[1]]",
    "a control character": '"a\\u001b" = 1',
    "half a string": 'x = "',
}


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_hostile_definition_ends_in_findings(tmp_path, name):
    folder = pack(tmp_path)
    file = folder / "pack.toml"
    before = file.read_text("utf-8")
    written = DEFINITIONS[name]
    file.write_text(before + "\n" + written if written.startswith("[") else written + "\n" + before, "utf-8")
    code, said = run("build", folder)
    assert code in (1, 2)
    assert "pack.toml" in said
    assert not (folder / "build").exists()


def test_a_definition_that_is_not_utf_8_is_named(tmp_path):
    folder = pack(tmp_path)
    (folder / "pack.toml").write_bytes(b"name = '\xff'")
    assert "pack.toml" in run("build", folder)[1]


def test_a_descriptor_that_is_nested_without_end_is_a_finding(tmp_path):
    folder = pack(tmp_path)
    for text in ("[" * 100_000, '{"name": ' * 50_000, '{"name": 1e999999999}', '{"name": NaN}', "9" * 50_000):
        (folder / "data" / "datapackage.json").write_text(text)
        assert run("check", folder)[0] in (0, 1)


@pytest.mark.parametrize(
    "name",
    [
        "CON", "con.docx", "NUL.docx", "aux.x.docx", "COM1.docx", "lpt9.docx", "CON .docx", "ＣＯＮ.docx", "pack.json", "PACK.JSON", "pack.json.sig", "index.json", "index.html",
        "a\nb.docx", "a\tb.docx", "a\0b.docx", "a\x1b[2J.docx", "a\u202egnp.docx", "a\u200bb.docx", "../a.docx", "/a.docx", "a/b.docx", "a\\b.docx", "C:a.docx", "a:b.docx",
        "a.docx.", "a.docx ", " a.docx", "", ".", "..", ".reportgen-0123456789ab", "x" * 201 + ".docx", "报" * 80 + ".docx", "a?.docx", "a*.docx", "a|b.docx", 'a".docx',
    ],
)  # fmt: skip
def test_a_name_that_some_system_or_the_build_keeps_to_itself_is_none(name):
    assert not is_file_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "brief-en.docx",
        "第3期 简报.docx",
        "console.docx",
        "a.b.c.xlsx",
        "nullable.docx",
        "é.docx",
        "{area}-{year}.docx",
    ],
)
def test_a_plain_name_is_one(name):
    assert is_file_name(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A.docx", "a.docx"),
        ("é.docx", "e\u0301.docx"),
        ("ＡＢ.docx", "ab.docx"),
        ("Straße.docx", "STRASSE.docx"),
    ],
)
def test_two_names_that_some_system_takes_for_one_are_found(tmp_path, one, other):
    folder = pack(tmp_path)
    file = folder / "pack.toml"
    file.write_text(file.read_text("utf-8").replace('"brief-{language}.docx"', f'"{one}"').replace('"data-{language}.xlsx"', f'"{other}"').replace(
        "databook = true", 'template = "brief.docx"').replace('languages = ["en", "zh"]', ""), "utf-8")  # fmt: skip
    with pytest.raises(PackError) as caught:
        read_definition(folder)
    assert "duplicate-output" in {finding.code for finding in caught.value.findings}


def test_a_machine_without_a_locale_builds_the_same_bytes(tmp_path):
    folder = pack(tmp_path)
    manifests = []
    for number, changed in enumerate(
        (
            {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONHASHSEED": "1", "TZ": "UTC"},
            {"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "77", "TZ": "Asia/Shanghai"},
        )
    ):
        out = tmp_path / f"out-{number}"
        done = subprocess.run(
            [sys.executable, "-c", "from reportgen.cli import main; main()", "build", str(folder), "-o", str(out), "--language", "zh"],
            env={**os.environ, **changed}, capture_output=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        done.stdout.decode("utf-8")
        manifests.append((out / "pack.json").read_bytes())
    assert manifests[0] == manifests[1]
    assert json.loads(manifests[0])["outputs"]


def test_a_path_that_is_not_utf_8_is_shown(tmp_path):
    odd = os.fsencode(tmp_path) + b"/\xff\xfe.docx"
    with open(odd, "wb") as file:
        file.write(b"x")
    done = subprocess.run(
        [sys.executable.encode(), b"-c", b"from reportgen.cli import main; main()", b"audit", odd, b"--language", b"en"], capture_output=True
    )  # fmt: skip
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"reportgen's own" not in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_a_colour_in_a_findings_words_is_spelled_on_a_terminal(monkeypatch, capsys):
    """Colours are ours alone: those of a file's name would dress what is told."""
    from reportgen.cli import output
    from reportgen.findings import Finding, Place, Severity

    monkeypatch.setattr(output, "terminal_width", lambda err=False: 80)
    output.print_findings(
        [Finding("unreadable-part", Severity.ERROR, "x", "y", place=Place("\x1b[31mred"))], "en"
    )
    assert "\x1b[31mred" not in capsys.readouterr().out


FORMULAS = ("=HYPERLINK(1)", "+86 23", "-2+3", "@SUM(A1)", "\tx", "＝1+1", "|cmd", "'=1", " =1")


def test_tables_that_people_fill_in_hold_no_formula(tmp_path):
    """Decisions and accepted findings quote what stands in documents; what is read back is what was meant."""
    from reportgen.living.filled_tables import read_filled, to_fill_in

    rows = [{"finding": text, "why": f"{text},{text}"} for text in (*FORMULAS, "-5.3%", "plain")]
    data = to_fill_in(("finding", "why"), rows)
    (tmp_path / "t.csv").write_bytes(data)
    cells = [cell for line in csv.reader(data.decode("utf-8-sig").splitlines()[1:]) for cell in line]
    assert [cell for cell in cells if cell.strip()[:1] in tuple("=+@＝|\t")] == []
    assert [cell for cell in cells if cell.startswith("-")] == ["-5.3%"]
    assert read_filled(tmp_path / "t.csv") == (("finding", "why"), rows)


def test_forms_and_data_books_hold_texts_and_no_formulas(tmp_path):
    """Whatever a dataset calls its areas, indicators and sources."""
    folder = pack(tmp_path)
    for table in ("areas", "indicators", "sources"):
        file = folder / f"data/{table}.csv"
        with file.open(encoding="utf-8", newline="") as text:
            rows = list(csv.DictReader(text))
        for row in rows:
            row |= {
                name: '=HYPERLINK("http://x","y")'
                for name in ("label_en", "label_zh", "title")
                if name in row
            }
        with file.open("w", encoding="utf-8", newline="") as text:
            writer = csv.DictWriter(text, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    code, said = run("build", folder, "--output", tmp_path / "out")
    assert code == 0, said
    code, said = run("form", "export", folder / "data", "-o", tmp_path / "forms")
    assert code == 0, said
    books = [*tmp_path.glob("out/*.xlsx"), *tmp_path.glob("forms/*.xlsx")]
    assert len(books) == 3
    for book in books:
        for sheet in openpyxl.load_workbook(book):
            found = [cell.coordinate for row in sheet.iter_rows() for cell in row
                     if cell.data_type == "f" and "http://x" in str(cell.value)]  # fmt: skip
            assert found == [], (book.name, sheet.title)
    code, said = run("figures", folder, "--csv")
    assert "=HYPERLINK" not in re.sub("'=HYPERLINK", "", said)
