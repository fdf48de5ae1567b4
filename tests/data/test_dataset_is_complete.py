"""The shipped dataset by itself: keys, codes, languages, and figures typed by hand from the articles."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

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

FORUM, PLAN, YEAR_2020 = "ichongqing_2022_forum", "ichongqing_plan_2025", "chongqing_ecommerce_2020"
XUE, THREE_NEW = "cgtn_xue_tianhang", "chongqing_three_new"
CQ = "CN-CQ"

# source, indicator, area, period, measure, qualifier, value in base units, further columns
SPOT_FIGURES = [
    (FORUM, "forum_participants", CQ, "2022-07-22", "level", "eq", "140", {}),
    (FORUM, "cbec_trade", "CN", "2021", "level", "eq", "1920000000000", {}),
    (FORUM, "cbec_trade", "CN", "2021", "growth_yoy", "eq", "18.6", {}),
    (FORUM, "cbec_consumer_market", CQ, "2022-07-24", "rank", "eq", "1", {"base_area": "WEST_CN"}),
    (FORUM, "cbec_trade", CQ, "2016--2022", "multiple", "eq", "39", {}),
    (FORUM, "cbec_trade", CQ, "2021", "level", "eq", "32210000000", {}),
    (PLAN, "cbec_trade", CQ, "2021", "level", "eq", "32210000000", {}),
    (PLAN, "cbec_trade", CQ, "2021", "growth_yoy", "eq", "63.3", {"base_period": "2020"}),
    (FORUM, "cbec_trade", CQ, "2022-01--2022-05", "level", "eq", "19790000000", {"period_basis": "inferred"}),
    (FORUM, "cbec_trade", CQ, "2022-01--2022-05", "growth_yoy", "eq", "88.9", {}),
    (FORUM, "cbec_enterprises", CQ, "2022-07-24", "level", "gt", "200", {"breakdown": "LEADING"}),
    (PLAN, "foreign_trade_service_enterprises", CQ, "2022", "level", "eq", "6", {}),
    (PLAN, "overseas_warehouses", CQ, "2022", "level", "gt", "40", {}),
    (PLAN, "bonded_maintenance_projects", CQ, "2022", "level", "eq", "1", {}),
    (PLAN, "goods_kinds", "JD_GLOBAL_WAREHOUSE", "2022", "level", "gt", "1500", {}),
    (PLAN, "financial_enterprises", "CN-CQ-JIANGBEIZUI", "2022", "level", "gt", "300", {}),
    (PLAN, "financial_enterprises", "CN-CQ-JIANGBEIZUI", "2022", "level", "eq", "73", {"breakdown": "HEADQUARTERS"}),
    (YEAR_2020, "online_retail", CQ, "2020", "level", "eq", "135050000000", {"unit": ""}),
    (YEAR_2020, "online_retail", CQ, "2020", "level", "about", "21000000000", {"unit": "USD"}),
    (YEAR_2020, "online_retail", CQ, "2020", "growth_yoy", "eq", "13.05", {"breakdown": ""}),
    (YEAR_2020, "online_retail", CQ, "2020", "difference_pp", "eq", "1.49", {"base_area": "CN"}),
    (YEAR_2020, "online_retail", CQ, "2020", "growth_yoy", "eq", "25.8", {"breakdown": "PHYSICAL_GOODS"}),
    (YEAR_2020, "online_retail", CQ, "2020", "difference_pp", "eq", "11", {"breakdown": "PHYSICAL_GOODS"}),
    (YEAR_2020, "online_retail", CQ, "2020", "growth_yoy", "eq", "44", {"breakdown": "DESIGNATED_SCALE"}),
    (YEAR_2020, "online_retail", CQ, "2020", "difference_pp", "eq", "31", {"base_period": "2019"}),
    (YEAR_2020, "ecommerce_parcels", CQ, "2020", "level", "eq", "590000000", {}),
    (YEAR_2020, "ecommerce_parcels", CQ, "2020", "growth_yoy", "eq", "28.3", {}),
    (YEAR_2020, "ecommerce_firms_new", CQ, "2020", "level", "eq", "9300", {}),
    (YEAR_2020, "ecommerce_firms", CQ, "2020", "level", "gt", "30000", {}),
    (YEAR_2020, "online_merchants", CQ, "2020", "level", "gt", "650000", {}),
    (YEAR_2020, "ecommerce_employment", CQ, "2020", "level", "eq", "1827000", {}),
    (YEAR_2020, "ecommerce_employment", CQ, "2020", "level", "eq", "786000", {"breakdown": "DIRECT"}),
    (YEAR_2020, "masks_purchased", CQ, "2020", "level", "gt", "40000000", {}),
    (YEAR_2020, "disinfectant_purchased", CQ, "2020", "level", "eq", "3380000", {}),
    (YEAR_2020, "relief_goods", CQ, "2020", "level", "eq", "366", {"counterpart_area": "CN-HB-WUHAN"}),
    (YEAR_2020, "relief_goods", CQ, "2020", "level", "eq", "5", {"breakdown": "MEDICAL_SUPPLIES"}),
    (YEAR_2020, "donations", CQ, "2020", "level", "gt", "6400000", {}),
    (YEAR_2020, "rent_relief", CQ, "2020", "level", "gt", "2000000", {}),
    (YEAR_2020, "live_broadcasts", CQ, "2020", "level", "eq", "184000", {"period_basis": "stated"}),
    (YEAR_2020, "live_broadcast_sales", CQ, "2020", "level", "gt", "10000000000", {}),
    (YEAR_2020, "rural_online_retail", CQ, "2020", "level", "eq", "24330000000", {}),
    (YEAR_2020, "rural_online_retail", CQ, "2020", "growth_yoy", "eq", "11.5", {}),
    (YEAR_2020, "rural_online_retail", "CQ_KEY14", "2020", "level", "eq", "18530000000", {}),
    (YEAR_2020, "rural_ecommerce_brands", CQ, "2020", "level", "eq", "81", {"breakdown": "SIZE_LARGE"}),
    (YEAR_2020, "rural_ecommerce_brands", CQ, "2020", "level", "eq", "358", {"breakdown": "SIZE_MEDIUM"}),
    (YEAR_2020, "rural_ecommerce_brands", CQ, "2020", "level", "eq", "1041", {"breakdown": "SIZE_SMALL"}),
    (YEAR_2020, "cbec_trade", CQ, "2020", "level", "eq", "7810000000", {}),
    (YEAR_2020, "cbec_trade", CQ, "2020", "growth_yoy", "eq", "17.7", {}),
    (YEAR_2020, "cbec_import_growth_years", CQ, "2020", "level", "eq", "6", {"breakdown": "B2C"}),
    (YEAR_2020, "cbec_company_standing", CQ, "2020", "rank", "le", "5", {"base_area": CQ}),
    (YEAR_2020, "cbec_enterprises", CQ, "2020", "level", "eq", "30", {"breakdown": "FUND_SUPPORTED"}),
    (YEAR_2020, "fund_driven_trade", CQ, "2020", "level", "gt", "4000000000", {}),
    (YEAR_2020, "ecommerce_support_funds", CQ, "2020", "level", "gt", "120000000", {}),
    (YEAR_2020, "training_sessions", CQ, "2020", "level", "eq", "323", {}),
    (YEAR_2020, "trainees", CQ, "2020", "level", "eq", "34700", {}),
    (YEAR_2020, "ecommerce_clusters", CQ, "2020", "level", "gt", "40", {}),
    (YEAR_2020, "ecommerce_demo_bases", "CN", "2020", "level", "eq", "1", {}),
    (XUE, "cbec_trade", "CN", "2023", "level", "eq", "2380000000000", {"unit": ""}),
    (XUE, "cbec_trade", "CN", "2023", "level", "eq", "32900000000", {"unit": "USD"}),
    (XUE, "cbec_trade", "CN", "2023", "multiple", "about", "10", {"base_period": "2018"}),
    (XUE, "cbec_trade", "CN", "2023", "growth_yoy", "eq", "15.6", {}),
    (XUE, "cbec_trade", "CN", "2023", "difference_pp", "eq", "15.4", {"base_indicator": "trade"}),
    (XUE, "cbec_exports", "CN", "2023", "share", "gt", "7", {"base_indicator": "exports"}),
    (XUE, "cbec_entities", "CN", "2023", "level", "gt", "100000", {}),
    (XUE, "cbec_pilot_zones", "CN", "2024", "level", "eq", "132", {}),
    (XUE, "cbec_pilot_zone_batches", "CN", "2024", "level", "eq", "6", {}),
    (XUE, "cbec_pilot_zone_provinces", "CN", "2024", "level", "eq", "30", {}),
    (THREE_NEW, "exports", CQ, "2023", "level", "gt", "470000000000", {}),
    (THREE_NEW, "exports", CQ, "2023", "level", "almost", "200000000000", {"breakdown": "GENERAL_TRADE"}),
    (THREE_NEW, "exports", CQ, "2023", "growth_yoy", "eq", "7.5", {"breakdown": "GENERAL_TRADE"}),
    (THREE_NEW, "gdp", CQ, "2023", "level", "gt", "3000000000000", {}),
    (THREE_NEW, "auto_export_units", "CN", "2023", "level", "almost", "5000000", {}),
    (THREE_NEW, "auto_export_units", "CN", "2023", "rank", "eq", "1", {"base_area": "WORLD"}),
    (THREE_NEW, "auto_exports", CQ, "2023", "level", "gt", "33000000000", {"breakdown": ""}),
    (THREE_NEW, "auto_exports", CQ, "2023", "growth_yoy", "eq", "51.9", {}),
    (THREE_NEW, "auto_exports", CQ, "2023", "level", "gt", "25000000000", {"breakdown": "PASSENGER_CARS"}),
    (THREE_NEW, "auto_exports", CQ, "2023", "growth_yoy", "gt", "79.2", {"breakdown": "PASSENGER_CARS"}),
    (THREE_NEW, "nev_sales", CQ, "2024-01", "rank", "le", "10", {"breakdown": "CQ_NEV_BRANDS"}),
    (THREE_NEW, "nev_sales", CQ, "2024-01", "rank", "eq", "1", {"breakdown": "AITO"}),
    (THREE_NEW, "nev_sales", CQ, "2024-01", "level", "almost", "33000", {"breakdown": "AITO"}),
    (THREE_NEW, "cbec_merchants", "CN-CQ-XIYONG", "2024", "level", "gt", "200", {}),
    (THREE_NEW, "cbec_platforms", "CN-CQ-XIYONG", "2024", "level", "eq", "32", {}),
    (THREE_NEW, "goods_kinds", "CN-CQ-XIYONG", "2024", "level", "gt", "7000", {}),
    (THREE_NEW, "markets_reached", "CN-CQ-XIYONG", "2024", "level", "gt", "100", {}),
    (THREE_NEW, "cbec_demo_zones", CQ, "2024", "level", "eq", "5", {"scope": "MUNICIPAL_LEVEL"}),
    (THREE_NEW, "cbec_enterprises", CQ, "2024", "level", "about", "2500", {"breakdown": ""}),
    (THREE_NEW, "cbec_trade", CQ, "2023", "level", "almost", "20000000000", {}),
    (THREE_NEW, "matchmaking_activities", CQ, "2023", "level", "gt", "10", {}),
    (THREE_NEW, "matchmaking_companies", CQ, "2023", "level", "gt", "350", {}),
    (THREE_NEW, "exports", "CN-CQ-DAZU-LONGSHUI", "2023", "level", "about", "10000000", {"breakdown": "XIANGFENG_TOOLS"}),
    (THREE_NEW, "market_procurement_limit", "CN", "2024", "level", "le", "150000", {}),
    (THREE_NEW, "market_procurement_invoices", CQ, "2022-12--2023-12", "level", "eq", "1726", {}),
    (THREE_NEW, "market_procurement_exports", CQ, "2022-12--2023-12", "level", "eq", "174000000", {"unit": "USD"}),
    (THREE_NEW, "market_procurement_exports", CQ, "2022-12--2023-12", "level", "eq", "1250000000", {"unit": ""}),
    (THREE_NEW, "market_procurement_exports", "CN-ZJ-YIWU", "2023", "level", "gt", "300000000000", {}),
]  # fmt: skip

# source, target, indicator, period, operator, value in base units, further columns
SPOT_TARGETS = [
    (PLAN, "new_forms_trade_2025", "new_forms_trade", "2025", "gt", "100000000000", {"unit": ""}),
    (PLAN, "new_forms_trade_2025_usd", "new_forms_trade", "2025", "gt", "15620000000", {"unit": "USD", "qualifier": "about"}),
    (PLAN, "cbec_trade_2025", "cbec_trade", "2025", "gt", "70000000000", {"base_obs": "cq_cbec_trade_2021"}),
    (THREE_NEW, "cbec_trade_2025", "cbec_trade", "2025", "gt", "70000000000", {}),
    (PLAN, "cbec_demo_zones_2025", "cbec_demo_zones", "2025", "ge", "10", {"base_obs": ""}),
    (THREE_NEW, "cbec_demo_zones_2025", "cbec_demo_zones", "2025", "ge", "10", {}),
    (PLAN, "overseas_warehouse_enterprises_2025", "overseas_warehouse_enterprises", "2025", "ge", "10", {"qualifier": "about"}),
    (PLAN, "market_procurement_exports_2025", "market_procurement_exports", "2025", "gt", "20000000000", {}),
    (PLAN, "market_procurement_participants_2025", "market_procurement_participants", "2025", "gt", "1000", {}),
    (THREE_NEW, "nev_exports_2027", "auto_exports", "2027", "gt", "120000000000", {"breakdown": "NEW_ENERGY_VEHICLES"}),
]  # fmt: skip


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
