"""A figure is one record: in memory, in JSON, in XML."""

from decimal import Decimal

import pytest
from lxml import etree

from reportgen.figures.parameter_codes import parameter_codes
from reportgen.figures.recorded_figures import CitationRecord, FigureRecord
from reportgen.kinds import Catalogue
from reportgen.messages import Multilingual, Reason
from reportgen.record import replace
from reportgen.values import Bound
from tests.builders import dataset

LEVEL = "exports/CN/2021/level"
SALES = "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9"
NAMESPACE = "urn:test"


def records(text=SALES):
    catalogue = Catalogue(dataset(text))
    return [FigureRecord.of(figure, catalogue) for figure in catalogue.all()]


def from_xml(record):
    from xml.etree import ElementTree as ET

    return FigureRecord.from_xml(etree.fromstring(ET.tostring(record.to_xml(NAMESPACE))))


def test_a_record_read_from_json_is_written_as_it_was():
    for record in records():
        assert FigureRecord.from_json(record.to_json()).to_json() == record.to_json()


def test_a_record_read_from_xml_is_written_as_it_was():
    for record in records():
        assert from_xml(record).to_json() == record.to_json()


def test_both_forms_give_the_same_record():
    for record in records():
        assert from_xml(record) == FigureRecord.from_json(record.to_json())


def test_prices_vintage_and_the_cell_of_a_table_are_kept_and_written_only_where_there_are_any():
    plain = records()[0]
    cell = CitationRecord(
        "customs", "1,234", "table", "Totals by place", "Chongqing", "Exports", "10,000 yuan", "Sheet1!B7"
    )
    full = replace(plain, prices="constant", vintage="2024-03-31", citations=(cell,))

    assert not {"prices", "vintage"} & set(plain.to_json())
    assert full.to_json()["citations"][0]["cell"] == "Sheet1!B7"
    assert FigureRecord.from_json(full.to_json()) == from_xml(full) != plain
    assert from_xml(full).prices == "constant"


def test_a_key_that_a_document_was_built_with_stays():
    record = replace(records()[0], key="faaaaaaaaa")

    assert from_xml(record).key == "faaaaaaaaa"


def test_a_build_of_an_earlier_version_has_no_labels_and_the_id_is_said_instead():
    record = records()[0]
    fields = record.to_json(labels=False)

    assert FigureRecord.from_json(fields).label == Multilingual(record.id, record.id)


def growth():
    catalogue = Catalogue(dataset(SALES))
    return FigureRecord.of(catalogue.get("cbec_trade/CN-CQ/2021/growth_computed"), catalogue)


def test_a_figure_says_what_its_series_is_called_apart_from_its_kind_in_every_form():
    record = growth()
    name = Multilingual("Cross-border e-commerce: trade", "跨境电商：交易额")
    renamed = replace(record, series_label=name, label=Multilingual(f"{name.en}: growth", f"{name.zh}：增速"))

    assert record.label.en == f"{record.series_label.en}: computed year-on-year growth"
    assert record.label.zh.startswith(f"{record.series_label.zh}：")
    assert from_xml(renamed).series_label == FigureRecord.from_json(renamed.to_json()).series_label == name


def test_the_name_of_a_level_is_that_of_its_series_and_written_once():
    level = records()[0]

    assert level.series_label == level.label
    assert not [key for key in level.to_json() if key.startswith("series_label")]


def test_a_record_of_an_earlier_version_has_the_name_of_its_series_from_its_label():
    record = growth()
    fields = {key: text for key, text in record.to_json().items() if not key.startswith("series_label")}

    assert FigureRecord.from_json(fields).series_label == record.series_label


def test_the_reason_of_a_live_figure_stays_a_value_and_is_a_sentence_in_json():
    catalogue = Catalogue(dataset(SALES))
    refused = FigureRecord.of(catalogue.get("cbec_trade/CN-CQ/2020/growth_computed"), catalogue)

    assert isinstance(refused.reason, Reason)
    assert refused.to_json()["reason_en"].endswith(".")
    assert refused.reason_said == FigureRecord.from_json(refused.to_json()).reason


def test_the_reason_of_a_figure_is_recorded_by_its_code_and_parameters_in_every_form():
    catalogue = Catalogue(dataset(SALES))
    refused = FigureRecord.of(catalogue.get("cbec_trade/CN-CQ/2020/growth_computed"), catalogue)

    assert refused.why == (refused.reason.code, parameter_codes(refused.reason.parameters))
    assert refused.to_json()["why"]["code"] == refused.reason.code
    assert from_xml(refused).why == FigureRecord.from_json(refused.to_json()).why == refused.why
    assert "why" not in refused.to_json(labels=False)


@pytest.mark.parametrize("value", [None, ""])
def test_a_figure_without_a_number_has_none_in_every_form(value):
    record = records()[0]
    fields = {**record.to_json(), "value": value}

    assert FigureRecord.from_json(fields).value is None


def test_no_field_of_a_record_is_lost_in_either_form():
    said = Multilingual("said", "说")
    full = FigureRecord(
        LEVEL, "fkey", Decimal("7.5"), "CNY", 7, said, said, said, Bound.LOWER, "gt", "achieved", ("P",), ("narrow",), "inferred",
        False, said, said, "a/b", ("exports/CN/2020/level",), "one", "goal", (CitationRecord("customs", "7.5", "value"),), "constant",
        "2024-03-31", said, ("kinds.no-level", "{}"), Decimal("7.4"),
        said, Decimal("8"),
    )  # fmt: skip
    usual = FigureRecord(LEVEL, "fkey", Decimal("7.5"), "CNY", 7, said, said, said)

    assert [name for name in full.__struct_fields__[8:] if getattr(full, name) == getattr(usual, name)] == []
    assert FigureRecord.from_json(full.to_json()) == from_xml(full) == full
