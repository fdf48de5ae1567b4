"""Recipes drafted from tables of records: SDMX-CSV of ours and of others, Comtrade."""

import shutil
from pathlib import Path

from reportgen.dataset import read
from reportgen.dataset.exporting import export_dataset
from tests.intake.test_stored_files import run

DATA = Path(__file__).parents[2] / "data"
CUSTOMS = DATA / "customs-2024"
FOREIGN = """\
STRUCTURE;STRUCTURE_ID;ACTION;FREQ: Frequency;REF_AREA: Area;FLOW: Flow;TIME_PERIOD: Period;OBS_VALUE;UNIT_MULT: Multiplier
dataflow;BUREAU:TRADE(1.0);I;M: Monthly;CN-CQ: Chongqing;X: Exports;2024-05;12.5;9: Billions
dataflow;BUREAU:TRADE(1.0);I;M: Monthly;CN-CQ: Chongqing;M: Imports;2024-05;;9: Billions
"""
COMTRADE = """\
typeCode,freqCode,refYear,refMonth,period,reporterISO,flowCode,partnerISO,cmdCode,primaryValue
C,M,2024,5,202405,CN,X,W00,TOTAL,302345678901.5
C,M,2024,5,202405,CN,M,USA,TOTAL,1234567.8
"""


def drafted(folder, table, answers, given=CUSTOMS):
    """Do what a person does: draft, answer, take the # from the reference values, import."""
    recipe = folder / "r.toml"
    done = run("import", table, "--draft", "-o", recipe)
    assert done.exit_code == 0, done.output
    text = recipe.read_text("utf-8")
    for question, answer in answers.items():
        assert question in text
        text = text.replace(question, answer)
    for key in ("[[reference]]", "row = ", "column = ", "value = "):
        text = text.replace(f"\n# {key}", f"\n{key}")
    recipe.write_text(text, "utf-8")
    shutil.copytree(
        given, folder / "data", ignore=lambda _, names: [one for one in names if one not in NEEDED]
    )
    for name in ("observations", "sources", "citations"):
        head = (given / f"{name}.csv").read_text("utf-8-sig").partition("\n")[0]
        (folder / "data" / f"{name}.csv").write_text(f"{head}\n", "utf-8")
    return run("import", table, "--recipe", recipe, "--into", folder / "data"), text


NEEDED = ("indicators.csv", "areas.csv", "codes.csv")
SOURCE = {'id = "?"': 'id = "bureau"', 'publisher = "?"': 'publisher = "Bureau"'}


def values(folder):
    found = read(folder / "data")[0].observations.values()
    return {
        (str(one.series), str(one.period), one.measure, one.unit, one.scope): one.quantity.value
        for one in found
    }


def test_our_own_sdmx_csv_comes_back_but_for_what_no_recipe_can_say(tmp_path):
    """Exact numbers against the year before: "more than 20 billion" is not made 20 billion."""
    table = tmp_path / "obs.csv"
    export_dataset(DATA, table.with_suffix(".sdmx.csv"))
    done, text = drafted(tmp_path, table.with_suffix(".sdmx.csv"), SOURCE, DATA)
    assert (done.exit_code, "47 new, 0 the same, 0 revised, 0 refused" in done.output) == (0, True), (
        done.output
    )
    assert text.count("[[reference]]") == 2
    exact = {
        (str(one.series), str(one.period), one.measure, one.unit, one.scope): one.quantity.value
        for one in read(DATA)[0].observations.values()
        if one.quantity.qualifier == "eq" and not (one.base_indicator or one.base_area or one.base_period)
    }
    assert values(tmp_path) == exact


def test_a_column_that_nobody_knows_is_asked_with_its_codes(tmp_path):
    table = tmp_path / "foreign.csv"
    table.write_text(FOREIGN, "utf-8")
    answers = {'unit = "?"': 'unit = "USD"', 'gives = "?"': 'gives = "indicator"', '"X" = "?"': '"X" = "exports"',
               '"M" = "?"': '"M" = "imports"'}  # fmt: skip
    done, text = drafted(tmp_path, table, SOURCE | answers)
    assert "# What does this column tell apart? (indicator, ref_area," in text
    assert "FREQ" not in text
    assert 'row = "CN-CQ: Chongqing / X: Exports / 2024-05"' in text
    assert done.exit_code == 0, done.output
    assert list(values(tmp_path).values()) == [12_500_000_000]


def test_comtrade_is_known(tmp_path):
    table = tmp_path / "comtrade.csv"
    table.write_text(COMTRADE, "utf-8")
    done, text = drafted(tmp_path, table, SOURCE | {'"USA" = "USA"': '"USA" = "US"'})
    assert '"W00" = "_T"' in text
    assert '"X" = "exports"' in text
    assert done.exit_code == 0, done.output
