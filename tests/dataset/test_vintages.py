"""Which of several published values holds: the revised, then the latest, of one publisher; in any order of rows."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.calculations.reconciliation.rules import reconcile
from reportgen.dataset import check
from reportgen.dataset.vintages import known
from reportgen.kinds import Catalogue
from reportgen.language import language, say
from reportgen.record import replace
from tests.builders import codes_of, dataset

REVISED = "trade CN 2022=420678e8#prelim 2022=416700e8#revised 2023=417568e8 2023:yoy=0.2"


def values(data, as_of=None):
    """The values that hold, as written, by period and measure."""
    held = known(data, as_of).dataset
    return sorted(
        (str(item.period), item.measure.value, item.quantity.text) for item in held.observations.values()
    )


def with_status(data, **statuses):
    observations = {
        key: replace(item, status=statuses.get(key, "")) for key, item in data.observations.items()
    }
    return replace(data, observations=observations)


def turned(data):
    return replace(data, observations=dict(reversed(data.observations.items())))


@pytest.mark.parametrize("turn", [lambda data: data, turned])
def test_the_revised_value_holds_in_any_order_of_rows(turn):
    data = turn(with_status(dataset(REVISED, cited=False), prelim="P", revised="R"))

    assert [item.obs_id for item in known(data).superseded["revised"]] == ["prelim"]
    catalogue = Catalogue(data)
    assert catalogue.get("trade/CN/2022/level").value == 41_670_000_000_000
    growth = catalogue.get("trade/CN/2023/growth_computed")
    assert f"{growth.value:.1f}" == "0.2"  # 417568 / 416700 = 1.00208
    assert not [figure for figure in catalogue.all() if "prelim" in str(figure.id)]
    assert not {"stated-twice", "growth-against-levels", "duplicate-observation"} & {
        *codes_of(reconcile(known(data).dataset)),
        *codes_of(check(data)),
    }
    note = say(catalogue.get("trade/CN/2022/level").note, "en")
    assert note == "Revised; published before as 42.0678 trillion yuan."
    assert say(catalogue.get("trade/CN/2022/level").note, "zh") == "为修订数，此前公布为42.0678万亿元。"


SOURCES = {
    "first": {"publisher": "Bureau", "published": "2023-01-20"},
    "second": {"publisher": "Bureau", "published": "2023-12-29"},
    "undated": {"publisher": "Bureau", "published": ""},
    "press": {"publisher": "Daily", "published": "2024-02-02"},
    "year": {"publisher": "Bureau", "published": "2023"},
}


def published(one, other):
    line = f'trade CN 2022=420678e8#a "{one}|420678亿" 2022=416700e8#b "{other}|416700亿"'
    return dataset(line, sources=SOURCES)


@pytest.mark.parametrize(
    ("one", "other", "held"),
    [
        ("first", "second", ["416700"]),  # later beats earlier
        ("second", "first", ["420678"]),
        ("first", "press", ["416700", "420678"]),  # another publisher: a conflict, whatever the dates
        ("undated", "second", ["416700", "420678"]),  # a date is missing
        ("year", "second", ["416700", "420678"]),  # "2023" may be before or after December
        ("first", "first", ["416700", "420678"]),
    ],
)
def test_later_beats_earlier_within_one_publisher_only(one, other, held):
    for data in (published(one, other), turned(published(one, other))):
        assert [text for _, _, text in values(data)] == held
        assert ("stated-twice" in codes_of(reconcile(known(data).dataset))) is (len(held) == 2)


@pytest.mark.parametrize(
    ("statuses", "sources", "held"),
    [
        ({"b": "R"}, ("first", "first"), ["416700"]),  # of one day, one revised
        ({"a": "R"}, ("first", "first"), ["420678"]),
        (
            {"a": "R", "b": "R"},
            ("first_r2", "first_r3"),
            ["416700"],
        ),  # of one day, the later edition of one source
        ({"a": "R", "b": "R"}, ("first_r10", "first_r9"), ["420678"]),
        ({"a": "R", "b": "R"}, ("first_r2", "other_r3"), ["416700", "420678"]),  # another source's
        ({"a": "R"}, ("first", "second"), ["416700"]),  # the day goes before
        (
            {"b": "R"},
            ("undated", "undated_r2"),
            ["416700"],
        ),  # as a table without a date is imported that restates another
        ({"a": "R", "b": "R"}, ("undated_r3", "undated_r2"), ["420678"]),
        ({}, ("undated", "undated_r2"), ["416700"]),
        ({"a": "R"}, ("undated", "second"), ["420678"]),
        ({"a": "R"}, ("press", "first"), ["416700", "420678"]),  # of another publisher
    ],
)
def test_where_days_do_not_tell_what_is_revised_and_later_editions_hold(statuses, sources, held):
    line = f'trade CN 2022=420678e8#a "{sources[0]}|420678亿" 2022=416700e8#b "{sources[1]}|416700亿"'
    editions = dict.fromkeys(("first_r2", "first_r3", "first_r9", "first_r10", "other_r3"), SOURCES["first"])
    editions |= dict.fromkeys(("undated_r2", "undated_r3"), SOURCES["undated"])
    data = with_status(dataset(line, sources=SOURCES | editions), **statuses)
    for one in (data, turned(data)):
        assert [text for _, _, text in values(one)] == held


def test_two_publishers_who_supersede_each_other_are_a_conflict():
    data = dataset(
        'trade CN 2022=1e8#a "first|1亿" "press|1亿" 2022=2e8#b "second|2亿" "early|2亿"',
        sources=SOURCES | {"early": {"publisher": "Daily", "published": "2023-02-02"}},
    )
    assert [text for _, _, text in values(data)] == ["1", "2"]


def test_what_was_published_after_the_day_is_not_seen():
    data = published("first", "second")

    assert [text for _, _, text in values(data, date(2023, 6, 30))] == ["420678"]
    assert [item.obs_id for item in known(data, date(2023, 6, 30)).unseen] == ["b"]
    assert [text for _, _, text in values(data, date(2023, 12, 29))] == ["416700"]
    assert Catalogue(data, date(2023, 6, 30)).get("trade/CN/2022/level").value == 42_067_800_000_000


def test_a_plan_starts_from_the_value_that_holds():
    data = dataset(
        'trade CN 2021=10e8#old "first|10亿" 2021=11e8#new "second|11亿" 2025:target:old=>20e8',
        sources=SOURCES,
    )
    [target] = known(data).dataset.targets.values()
    assert target.base_obs == "new"


LINES = (
    'trade CN 2021=100e8#a "first|100亿" 2021=101e8#b "second|101亿" 2021=103e8#c "press|103亿" 2022=110e8#d '
    '2022=112e8[wide]#e 2022:yoy=8.0#f 2022:yoy=9.5#g 2023-01--2023-03=30e8#h 2023-Q1=31e8#i 2023=111e8#j',
    'exports CN 2021=60e8#k 2022=70e8#l 2022=170e8#m 2022:share:trade=55#n 2023=50e8#o',
    'exports CQ 2021=61e8#p 2022=3e8#q',
    "imports CQ 2024-Q1=51.4e8#r 2024-04=1.4e8#s 2024-01--2024-04=52.0e8#t 2024-01--2024-05=50.0e8#u 2023-Q1=51.4e8#v",
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.permutations(range(22)))
def test_row_order_never_matters_for_figures_and_findings(order):
    data = dataset(*LINES, sources=SOURCES)
    rows = list(data.observations.items())
    assert len(rows) == 22
    mixed = replace(data, observations=dict(rows[place] for place in order))

    assert figures_of(mixed) == figures_of(data)
    assert findings_of(mixed) == findings_of(data)


def figures_of(data):
    return {str(figure.id): (figure.value, figure.reason, figure.note) for figure in Catalogue(data).all()}


def findings_of(data):
    return sorted(
        (item.key, item.severity, item.subjects, str(item.parameters))
        for item in reconcile(known(data).dataset)
    )


@pytest.mark.parametrize(
    ("source", "revised", "codes"),
    [
        ("first", "95", []),  # 5.0% was said of 100: 100 / 1.05 is 95.2
        ("second", "95", ["growth-against-levels"]),  # said of 95, of which it would have been 90.5
        ("first", "100.0", []),  # printed anew, not revised
    ],
)
def test_a_rate_is_held_against_the_level_that_it_was_published_with(source, revised, codes):
    line = (
        f'exports CN 2021=95.2e9 "first|95.2 billion yuan" 2022=100e9#a "first|100 billion yuan" '
        f'2022={revised}e9#b "second|{revised} billion yuan" 2022:yoy=5.0 "{source}|up 5.0%"'
    )
    data = dataset(line, sources=SOURCES)
    for one in (data, turned(data)):
        assert codes_of(reconcile(one)) == codes
        held = known(one)
        assert codes_of(reconcile(held.dataset, superseded=held.superseded)) == codes


def test_a_rate_of_an_earlier_issue_implies_nothing_of_the_level_that_holds():
    line = (
        'exports CN 2022=100e9#a "first|100 billion yuan" 2022=95e9#b "second|95 billion yuan" 2022:yoy=5.0 "first|up 5.0%" '
        '2023=110e9 "second|110 billion yuan" 2023:yoy=15.8 "second|up 15.8%"'
    )
    book = Catalogue(dataset(line, sources=SOURCES))
    figure = book.get("exports/CN/2022/implied_base")
    assert (figure.value, figure.comparable) == (None, False)
    assert language("en").say_sentence(figure.reason) == (
        "The growth was published with an earlier value of the level, which was revised since."
    )
    assert language("zh").say_sentence(figure.reason) == "增速与修订前的绝对数同时公布，绝对数此后已修订。"
    assert round(book.get("exports/CN/2023/implied_base").value, -8) == Decimal("95.0e9")
