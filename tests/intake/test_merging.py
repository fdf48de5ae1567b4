"""Importing into a dataset: again, a month restated, two publishers, and rows that nobody may touch."""

import pytest

from reportgen.calculations.reconciliation.rules import reconcile
from reportgen.dataset import read as read_dataset
from reportgen.dataset.exporting import export_dataset
from reportgen.dataset.records import Measure, Series, own_id
from reportgen.dataset.vintages import known
from reportgen.errors import DatasetError
from reportgen.intake.new_observations import MergeStatus, observation_id
from reportgen.intake.taken import ObservationKey
from reportgen.language import say
from reportgen.periods import Period
from tests.builders import codes_of
from tests.intake.made import codes, customs_grid, said


def changed(grid, row=5, column=4, by=7):
    """A table restated: exports and their sum, so that all checks but the reference hold."""
    grid[row][column] = str(int(grid[row][column]) + by)
    grid[row][2] = str(int(grid[row][2]) + by)
    return grid


def without_reference(desk):
    return desk.recipe(('period = "2024-02"\nrow', 'period = "1999-02"\nrow'))


def files(desk):
    return {path.name: path.read_bytes() for path in sorted(desk.data.iterdir())}


def test_importing_again_changes_no_byte(desk):
    first = desk.read()
    assert first.counts == {MergeStatus.NEW: 24}
    before = files(desk)
    again = desk.read()
    assert again.counts == {MergeStatus.SAME: 24}
    assert again.files == ()
    assert files(desk) == before


def test_a_dry_run_counts_and_writes_nothing(desk):
    imported = desk.read(dry_run=True)
    assert imported.counts == {MergeStatus.NEW: 24}
    assert imported.files == ()
    assert not desk.data.exists()


def test_one_more_month_is_put_at_the_end(desk):
    desk.read()
    before = files(desk)
    desk.read(desk.table(customs_grid(3), "2024-03.csv"))
    for name, data in files(desk).items():
        assert data.startswith(before[name]), name


def test_a_table_published_again_makes_a_revision_beside_the_old_number(desk):
    recipe = without_reference(desk)
    desk.read(recipe=recipe)
    before = files(desk)
    imported = desk.read(desk.table(changed(customs_grid())), recipe=recipe)
    assert imported.counts == {MergeStatus.SAME: 22, MergeStatus.REVISED: 2}
    assert files(desk)["observations.csv"].startswith(before["observations.csv"].partition(b"\n")[2][:0])
    rows = [
        row
        for row in desk.rows("observations")
        if row["obs_id"].startswith("exports/CN-CQ/2024-01--2024-02/level")
    ]
    assert [(row["value"], row["status"]) for row in rows] == [("10030", ""), ("10037", "R")]
    assert [row["source"] for row in desk.rows("sources")] == ["gacc_2024_02", "gacc_2024_02_r2"]
    assert desk.read(desk.table(changed(customs_grid())), recipe=recipe).counts == {MergeStatus.SAME: 24}
    assert desk.read(desk.table(customs_grid()), recipe=recipe).counts == {MergeStatus.SAME: 24}


def test_a_month_restated_by_a_later_table_of_the_publisher_is_a_new_vintage(desk):
    desk.recipe_text = desk.recipe_text.replace('period = "2024-02"\nrow', 'period = "1999-02"\nrow')
    desk.read()
    grid = customs_grid(3)
    grid[1][9], grid[2][9] = "进口", "2024年2月"
    for row in grid[3:-1]:  # February's imports once more, and for Chongqing another number
        row[9] = "2600" if row[0] == "重庆市" else str({"总值": 45014, "重庆两江新区": 1014}.get(row[0], 9))
    recipe = desk.recipe(
        (
            'head = ["累计比去年同期±％", "进口"]\nindicator = "imports"\nmeasure = "growth_yoy"\nspan = "cumulative"',
            'head = ["进口", "{year}年{month}月"]\nindicator = "imports"\nspan = "month"',
        )
    )
    imported = desk.read(desk.table(grid, "2024-03.csv"), recipe=recipe)
    assert not imported.is_refused, codes(imported)
    revised = [one for _, one in imported.merged if one.change is MergeStatus.REVISED]
    assert [(one.obs_id, str(one.before), one.item.text) for one in revised] == [
        ("imports/CN-CQ/2024-02/level@gacc_2024_03", "2.514E+7", "2600")
    ]
    rows = [row for row in desk.rows("observations") if row["obs_id"].startswith("imports/CN-CQ/2024-02/")]
    assert [(row["value"], row["status"]) for row in rows] == [("2514", ""), ("2600", "R")]
    found = known(read_dataset(desk.data)[0])  # no table here says when it was published
    assert [one.obs_id for one in found.superseded["imports/CN-CQ/2024-02/level@gacc_2024_03"]] == [
        "imports/CN-CQ/2024-02/level@gacc_2024_02"
    ]
    assert "stated-twice" not in codes_of(reconcile(found.dataset))
    assert [
        row["cell"]
        for row in desk.rows("citations")
        if row["subject"] == "imports/CN/2024-02/level@gacc_2024_02"
    ] == ["F4", "J4"]


def test_a_publication_day_tells_which_of_two_tables_came_later(desk):
    recipe = without_reference(desk)
    desk.read(recipe=recipe)
    other = desk.recipe(
        ('id = "gacc_{year}_{mm}"', 'id = "gacc_yearbook"'),
        ('period = "2024-02"\nrow', 'period = "1999-02"\nrow'),
    )
    undated = desk.read(desk.table(changed(customs_grid())), recipe=other)
    assert "import-undated-revision" in codes(undated)
    assert "nobody can tell which was published later" in said(undated, "import-undated-revision")[0]
    desk.data.joinpath("sources.csv").write_text(
        desk.data.joinpath("sources.csv").read_text("utf-8").replace("海关总署,,", "海关总署,2024-03-18,"),
        "utf-8",
    )
    dated = desk.recipe(('id = "gacc_{year}_{mm}"', 'published = 2024-09-01\nid = "gacc_yearbook"'),
                        ('period = "2024-02"\nrow', 'period = "1999-02"\nrow'))  # fmt: skip
    assert desk.read(desk.table(changed(customs_grid())), recipe=dated).counts == {
        MergeStatus.SAME: 22,
        MergeStatus.REVISED: 2,
    }


def test_another_publisher_stands_beside_the_first(desk):
    recipe = without_reference(desk)
    desk.read(recipe=recipe)
    other = desk.recipe(('id = "gacc_{year}_{mm}"', 'id = "bureau"'), ('publisher = "海关总署"', 'publisher = "统计局"'),
                        ('period = "2024-02"\nrow', 'period = "1999-02"\nrow'))  # fmt: skip
    imported = desk.read(desk.table(changed(customs_grid())), recipe=other)
    assert imported.counts == {MergeStatus.SAME: 22, MergeStatus.NEW: 2}
    rows = [
        row
        for row in desk.rows("observations")
        if row["obs_id"].startswith("exports/CN-CQ/2024-01--2024-02/level")
    ]
    assert [(row["value"], row.get("status", "")) for row in rows] == [("10030", ""), ("10037", "")]
    same = [
        row["source"]
        for row in desk.rows("citations")
        if row["subject"].startswith("exports/CN/2024-02/level")
    ]
    assert same == ["gacc_2024_02", "bureau"]


# ---- the files of a dataset ----


def give_dataset(desk, newline="\n", bom=b""):
    """A dataset somebody keeps, with columns of her own and cells quoted in her own way."""
    desk.data.mkdir()
    lines = {
        "indicators": ["indicator,name_zh,label_en,label_zh,unit,round_to,direction,kind"]
        + [
            f'"{code}",{name},{code},{name},CNY,7,up,flow'
            for code, name in (("trade", "进出口"), ("exports", "出口"), ("imports", "进口"))
        ],
        "areas": ["ref_area,label_en,label_zh,kind", "CN,China,全国,place", "CN-CQ,Chongqing,重庆市,place"],
        "sources": [
            "source,title,author,publisher,published,accessed,url,language,kind,file",
            's1,"A, b",,,,,,en,news,a.txt',
        ],
        "observations": [
            "obs_id,indicator,ref_area,period,measure,value,unit_mult,our_own,note",
            'x1,exports,CN-CQ,2020,level,6.2,8,"kept, ""as is""","two',
            'lines"',
        ],
        "citations": ["subject,source,statement,role", 'x1,s1,"6.2亿元",stated'],
    }
    for name, rows in lines.items():
        desk.data.joinpath(f"{name}.csv").write_bytes(bom + (newline.join(rows) + newline).encode())


@pytest.mark.parametrize(("newline", "bom"), [("\n", b""), ("\r\n", b"\xef\xbb\xbf")])
def test_what_is_in_a_dataset_keeps_its_bytes(desk, newline, bom):
    give_dataset(desk, newline, bom)
    before = files(desk)
    desk.read()
    after = files(desk)
    assert after["indicators.csv"] == before["indicators.csv"]
    assert after["observations.csv"].startswith(before["observations.csv"])
    assert after["citations.csv"].startswith(
        bom + b"subject,source,statement,role,locator,table,row_label,column_label,unit_label,cell"
    )
    assert ('x1,s1,"6.2亿元",stated,,,,,,' + newline).encode() in after["citations.csv"]
    assert all(data.startswith(bom) for name, data in after.items() if name.endswith(".csv"))
    assert after["areas.csv"].endswith(("CQ-LJ,CQ-LJ,两江新区,place" + newline).encode())


def test_a_table_without_a_line_end_gets_one(desk):
    give_dataset(desk)
    path = desk.data / "areas.csv"
    path.write_bytes(path.read_bytes().rstrip())
    desk.read()
    assert [row["ref_area"] for row in desk.rows("areas")] == ["CN", "CN-CQ", "CQ-LJ"]


def test_an_indicator_in_another_unit_is_refused(desk):
    give_dataset(desk)
    path = desk.data / "indicators.csv"
    path.write_text(path.read_text("utf-8").replace("CNY", "percent"), "utf-8")
    imported = desk.read()
    assert "import-unit-of-another-class" in codes(imported)
    assert (
        "“trade” is counted in percent, and the table gives CNY."
        in said(imported, "import-unit-of-another-class")[0]
    )


def test_another_currency_than_the_indicators_stands_in_its_column(desk):
    give_dataset(desk)
    grid = customs_grid()
    grid[0][7:] = ["单位：万美元"] * 3
    recipe = desk.recipe(('text = "单位：万人民币"\nunit = "CNY"', 'text = "单位：万美元"\nunit = "USD"'))
    desk.read(desk.table(grid), recipe=recipe)
    assert {row["unit"] for row in desk.rows("observations") if row["measure"] == "level"} == {
        None,
        "",
        "USD",
    } - {None}


def test_codes_that_nobody_describes_are_refused_with_the_nearest(desk):
    desk.recipe_text = desk.recipe_text.replace(
        'ref_area = "CQ-LJ"\nlabel_en', 'ref_area = "CQ-LX"\nlabel_en'
    )
    imported = desk.read()
    assert codes(imported) == ["import-unknown-code"]
    assert said(imported, "import-unknown-code")[0] == (
        "The area “CQ-LJ” of row “重庆两江新区” is in no row of areas.csv; “CQ-LX” may be meant. "
        "Correct it in the recipe, or describe it there as [[areas]]."
    )


def test_an_indicator_that_nobody_describes_is_refused(desk):
    desk.recipe_text = desk.recipe_text.replace(
        'indicator = "exports"\nname_zh', 'indicator = "export"\nname_zh'
    )
    assert said(desk.read(), "import-unknown-code")[0] == (
        "The indicator “exports” is in no row of indicators.csv; “export” may be meant. "
        "Correct it in the recipe, or describe it there as [[indicators]]."
    )


def test_a_dataset_that_is_a_file_or_damaged_is_refused_in_one_sentence(desk):
    desk.data.write_text("x")
    with pytest.raises(DatasetError) as error:
        desk.read()
    assert "is no dataset" in str(error.value)
    desk.data.unlink()
    give_dataset(desk)
    desk.data.joinpath("observations.csv").write_text("obs_id,indicator\n", "utf-8")
    with pytest.raises(DatasetError) as error:
        desk.read()
    assert "ref_area, period, measure, value and unit_mult" in str(error.value)
    desk.data.joinpath("observations.csv").write_bytes("名称\n".encode("gbk"))
    with pytest.raises(DatasetError) as error:
        desk.read()
    assert "is not UTF-8" in say(error.value.message, "en")


def test_somebody_elses_change_meanwhile_is_not_lost(desk, monkeypatch):
    give_dataset(desk)
    path = desk.data / "sources.csv"
    from reportgen.intake import importing

    add_rows = importing.add_rows

    def slowly(*arguments):
        add_rows(*arguments)
        path.write_text(path.read_text("utf-8") + "s2,,,,,,,,,\n", "utf-8")

    monkeypatch.setattr(importing, "add_rows", slowly)
    before = path.read_text("utf-8")
    with pytest.raises(DatasetError) as error:
        desk.read()
    assert "was changed by somebody else" in str(error.value)
    assert path.read_text("utf-8") == before + "s2,,,,,,,,,\n"


def test_a_disk_that_fails_leaves_the_dataset_as_it_was(desk, monkeypatch):
    give_dataset(desk)
    before = files(desk)
    import os

    replace, calls = os.replace, []

    def failing(one, other):
        calls.append(other)
        if len(calls) == 4:
            raise OSError(28, "No space left on device")
        replace(one, other)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(Exception, match="No space"):
        desk.read()
    monkeypatch.undo()
    assert files(desk) == before


def test_a_description_of_the_data_package_follows_new_columns(desk):
    import json

    desk.read()
    described = json.loads((desk.data / "datapackage.json").read_text("utf-8"))
    names = {
        item["name"]: [field["name"] for field in item["schema"]["fields"]] for item in described["resources"]
    }
    for table, columns in names.items():
        assert columns == list(desk.rows(table)[0])


def test_a_dataset_that_an_import_makes_is_described_as_an_exported_one(desk):
    desk.read()
    export_dataset(desk.data, desk.folder / "back")
    description = "datapackage.json"
    assert (desk.folder / "back" / description).read_bytes() == (desk.data / description).read_bytes()


def test_a_row_without_id_and_source_is_called_as_the_dataset_calls_it():
    key = ObservationKey("trade", "CN-CQ", "_T", "US", "2024-05", "level", "", "", "CNY")
    series = Series("trade", "CN-CQ", counterpart_area="US")
    for source, written in (
        ("", "trade~US/CN-CQ/2024-05/level"),
        ("gacc", "trade~US/CN-CQ/2024-05/level@gacc"),
    ):
        assert (
            observation_id(key, source)
            == own_id(series, Period.parse("2024-05"), Measure.LEVEL, source)
            == written
        )
