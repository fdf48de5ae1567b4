"""The shipped dataset by itself: keys, codes, languages, and figures typed by hand from the articles."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from tests.data.spot_checks import CQ, SPOT_FIGURES, SPOT_TARGETS

DATA = Path(__file__).parents[2] / "data"
TABLES = (
    "indicators",
    "areas",
    "sources",
    "codes",
    "observations",
    "targets",
    "citations",
    "breaks",
    "left_out",
)


def rows(table: str) -> list[dict[str, str]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def column(table: str, name: str) -> list[str]:
    return [row[name] for row in rows(table)]


def in_base_units(row: dict[str, str]) -> Decimal:
    return Decimal(row["value"]).scaleb(int(row["unit_mult"]))


def repeated(keys: list[object]) -> list[object]:
    return [key for key, count in Counter(keys).items() if count > 1]


def sources_of(subject: str) -> set[str]:
    return {row["source"] for row in rows("citations") if row["subject"] == subject}


@pytest.mark.parametrize("spot", SPOT_FIGURES, ids=lambda spot: f"{spot[1]}-{spot[2]}-{spot[3]}-{spot[6]}")
def test_the_figures_of_the_articles_are_there(spot: tuple) -> None:
    source, indicator, area, period, measure, qualifier, value, further = spot
    expected = dict(
        further, indicator=indicator, ref_area=area, period=period, measure=measure, qualifier=qualifier
    )
    found = [
        row
        for row in rows("observations")
        if expected.items() <= row.items() and in_base_units(row) == Decimal(value)
    ]
    assert len(found) == 1
    assert source in sources_of(found[0]["obs_id"])


@pytest.mark.parametrize("spot", SPOT_TARGETS, ids=lambda spot: f"{spot[1]}-{spot[0]}")
def test_the_targets_of_the_articles_are_there(spot: tuple) -> None:
    source, target, indicator, period, operator, value, further = spot
    (row,) = (row for row in rows("targets") if row["target"] == target)
    assert dict(further, indicator=indicator, period=period, operator=operator).items() <= row.items()
    assert in_base_units(row) == Decimal(value)
    assert source in sources_of(target)


def test_the_hand_written_list_leaves_no_observation_and_no_target_out() -> None:
    assert len({spot[1:7] + tuple(spot[7].items()) for spot in SPOT_FIGURES}) >= len(rows("observations"))
    assert {spot[1] for spot in SPOT_TARGETS} == set(column("targets", "target"))


def test_the_two_breaks_of_chongqings_series_are_inferred_with_their_evidence() -> None:
    breaks = {(row["indicator"], row["ref_area"], row["period"]): row for row in rows("breaks")}
    assert set(breaks) == {("cbec_trade", CQ, "2021"), ("cbec_trade", CQ, "2023")}
    assert {row["basis"] for row in breaks.values()} == {"inferred"}
    # The evidence in words: a number written here would go stale when the figures are revised.
    for row in breaks.values():
        for note in (row["note"], row["note_zh"]):
            assert note
            assert set(re.findall(r"\d+", note)) <= {"2020", "2021", "2022", "2023"}


@pytest.mark.parametrize("table", TABLES)
def test_files_are_utf8_with_line_feeds_and_whole_rows(table: str) -> None:
    content = (DATA / f"{table}.csv").read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    header, *body = csv.reader(content.decode("utf-8").splitlines())
    assert body
    assert all(len(row) == len(header) for row in body)
    assert all(cell == cell.strip() for row in body for cell in row)


@pytest.mark.parametrize("table", TABLES)
def test_the_package_describes_the_columns_as_they_are(table: str) -> None:
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    assert sorted(resource["name"] for resource in package["resources"]) == sorted(TABLES)
    (resource,) = (resource for resource in package["resources"] if resource["name"] == table)
    assert resource["path"] == f"{table}.csv"
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == list(rows(table)[0])
    assert all(part["title"] and part["title_zh"] for part in (package, resource, *fields))
    key = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in rows(table)]
    assert repeated(key) == []


def test_the_packages_foreign_keys_hold() -> None:
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    dangling = []
    for resource in package["resources"]:
        for key in resource["schema"].get("foreignKeys", []):
            (field,), (there,) = key["fields"], key["reference"]["fields"]
            known = set(column(key["reference"]["resource"] or resource["name"], there))
            values = set(column(resource["name"], field)) - {""}
            dangling += [(resource["name"], field, value) for value in values - known]
    assert dangling == []


def test_codes_are_used_in_their_own_dimension() -> None:
    known = {(row["dimension"], row["code"]) for row in rows("codes")}
    used = {
        (name, row[name])
        for row in rows("observations") + rows("targets")
        for name in ("breakdown", "scope", "counterpart_area")
        if row.get(name)
    }
    assert used <= known
    assert {code for _, code in known - used} == {"_T"}


def test_counterpart_areas_are_named_alike_in_both_tables() -> None:
    areas = {row["ref_area"]: (row["label_en"], row["label_zh"]) for row in rows("areas")}
    for row in rows("codes"):
        if row["dimension"] == "counterpart_area" and row["code"] != "_T":
            assert areas[row["code"]] == (row["label_en"], row["label_zh"])


def test_no_observation_is_given_twice() -> None:
    identity = [
        "indicator",
        "ref_area",
        "period",
        "measure",
        "breakdown",
        "counterpart_area",
        "base_period",
        "base_area",
        "base_indicator",
        "unit",
        "scope",
    ]
    assert repeated([tuple(row[name] for name in identity) for row in rows("observations")]) == []


def test_no_target_is_given_twice() -> None:
    identity = ("indicator", "ref_area", "period", "breakdown", "unit", "plan")
    assert repeated([tuple(row[name] for name in identity) for row in rows("targets")]) == []


def test_every_observation_and_target_is_cited_and_nothing_else_is() -> None:
    subjects = column("observations", "obs_id") + column("targets", "target")
    assert repeated(subjects) == []
    assert set(column("citations", "subject")) == set(subjects)


def test_each_subject_is_stated_or_converted_exactly_once_before_it_is_restated() -> None:
    for subject in column("observations", "obs_id") + column("targets", "target"):
        roles = [row["role"] for row in rows("citations") if row["subject"] == subject]
        assert roles.count("stated") == 1 or set(roles) == {"converted"}, subject


def test_a_conversion_shares_its_statement_with_the_figure_it_converts() -> None:
    cited = rows("citations")
    for row in cited:
        if row["role"] == "converted":
            shared = [other for other in cited if other["statement"] == row["statement"] and other != row]
            assert any(other["role"] in {"stated", "restated"} for other in shared), row


def test_statements_are_clauses_not_copies() -> None:
    assert max(len(statement) for statement in column("citations", "statement")) <= 120
    assert max(len(statement) for statement in column("left_out", "statement")) <= 120


def test_values_are_plain_numbers_as_written() -> None:
    for row in rows("observations") + rows("targets"):
        assert re.fullmatch(r"\d+(\.\d+)?", row["value"]), row
        assert row["unit_mult"] in {"0", "6", "9", "12"}


def test_percentages_points_multiples_and_ranks_have_no_multiplier_and_no_unit() -> None:
    for row in rows("observations"):
        if row["measure"] != "level":
            assert (row["unit_mult"], row["unit"]) == ("0", ""), row


def test_differences_shares_multiples_and_ranks_name_what_they_are_taken_against() -> None:
    open_base = {"cq_cbec_trade_2016_to_2022_multiple"}  # the source leaves it unclear, and the note says so
    for row in rows("observations"):
        base = [row[name] for name in ("base_period", "base_area", "base_indicator") if row[name]]
        if row["measure"] in {"difference_pp", "share", "multiple", "rank"}:
            assert len(base) == (0 if row["obs_id"] in open_base else 1), row
            assert base or row["note"]
        elif row["measure"] == "level":
            assert base == []


def test_an_inferred_period_says_why() -> None:
    for row in rows("observations"):
        assert row["period_basis"] in {"stated", "inferred"}
        assert row["note"] or row["period_basis"] == "stated", row


def test_a_targets_base_is_its_own_series_and_cited_from_the_plans_article() -> None:
    observations = {row["obs_id"]: row for row in rows("observations")}
    for row in rows("targets"):
        if row["base_obs"]:
            base = observations[row["base_obs"]]
            assert [base[name] for name in ("indicator", "ref_area", "breakdown")] == [
                row[name] for name in ("indicator", "ref_area", "breakdown")
            ]
            assert sources_of(row["target"]) & sources_of(row["base_obs"])


def test_free_text_is_there_in_both_languages() -> None:
    pairs = {
        "indicators": [
            ("label_en", "label_zh"),
            ("count_en", "count_zh"),
            ("part_label_en", "part_label_zh"),
            ("description", "description_zh"),
        ],
        "areas": [("label_en", "label_zh"), ("note", "note_zh")],
        "sources": [("label_en", "label_zh")],
        "codes": [("label_en", "label_zh"), ("note", "note_zh")],
        "observations": [("note", "note_zh")],
        "targets": [("plan", "plan_zh"), ("note", "note_zh")],
        "breaks": [("note", "note_zh")],
        "left_out": [("reason_en", "reason_zh")],
    }
    chinese = re.compile(r"[\u4e00-\u9fff]")
    for table, columns in pairs.items():
        for row in rows(table):
            for english, other in columns:
                assert bool(row[english]) == bool(row[other]), (table, row)
                assert not chinese.search(row[english]), row
                if row[other]:
                    assert chinese.search(row[other]) or row[other] == row[english], row


def test_indicators_can_be_named_in_templates_in_both_languages() -> None:
    for row in rows("indicators"):
        assert re.fullmatch(r"[a-z][a-z0-9_]*", row["indicator"])
        assert row["name_zh"].isidentifier()
        assert re.fullmatch(r"[\u4e00-\u9fff]+", row["name_zh"])
    assert repeated(column("indicators", "name_zh")) == []


def test_a_part_is_measured_in_the_unit_of_its_whole() -> None:
    indicators = {row["indicator"]: row for row in rows("indicators")}
    for row in indicators.values():
        if row["parent"]:
            assert indicators[row["parent"]]["unit"] == row["unit"]


def test_every_indicator_is_used() -> None:
    used = {row["indicator"] for row in rows("observations") + rows("targets")} | set(
        column("observations", "base_indicator")
    )
    assert set(column("indicators", "indicator")) <= used


def test_what_a_source_does_not_tell_is_empty_and_an_untitled_one_has_a_label() -> None:
    for row in rows("sources"):
        assert row["accessed"] == "" == row["url"]
        assert bool(row["title"]) != bool(row["label_en"])
        if row["label_en"]:
            assert (
                row["label_en"][0] + row["label_en"][-1] == "[]" == row["label_zh"][0] + row["label_zh"][-1]
            )


def test_observations_follow_the_order_of_their_sources() -> None:
    order = column("sources", "source")
    first = {row["subject"]: order.index(row["source"]) for row in reversed(rows("citations"))}
    for subjects in (column("observations", "obs_id"), column("targets", "target")):
        assert [first[subject] for subject in subjects] == sorted(first[subject] for subject in subjects)
