"""An office's own pack, with rates, an index and targets of every standing: what is built of it agrees with itself."""

import pytest

from reportgen.build.build import build
from reportgen.language import language
from reportgen.living.audit import audit
from reportgen.living.refresh.refresh import refresh
from tests.build.packs import pack

LINES = """
gdp CN-CQ 2020=600.2e8 2021=683.42e8 2021:yoy=5.8#growth 2025:target:2020=>=730e8
retail CN-CQ 2020=243.8e8 2021=251.3e8 2021:yoy=3.1 2025:target=>=300e8
unemployment(percent,stock) CN-CQ 2020=5.3 2021=5.1 2025:target=<=5.5
urban(percent,stock) CN-CQ 2020=74.9 2021=76.4 2025:target:2020=>=80
population(count,stock) CN-CQ 2020=62.41e4 2021=62.35e4
deficit CN-CQ 2020=-1.2e8 2021=0.4e8
firms(count,stock) CN-CQ 2021=>1200 2021:rank=3
trade CN 2020=32.2e12 2021=39.1e12 2021:yoy=21.4
trade CN-CQ 2020=6513.4e8 2021=8000.6e8 2021:yoy=22.8 2021:pp:CN=1.4
trade.GENERAL CN-CQ 2020=2200e8 2021=2600e8
trade CN-CQ 2021-01--2021-05=3000e8 2021=1233.3e8USD
"""
TABLES = """
[tables.main]
rows = ["gdp", "retail", "unemployment", "urban", "population", "deficit", "firms"]
columns = ["level", "yoy", "change", "rank"]

[tables.trade]
rows = ["trade", {indicator = "trade", breakdown = "GENERAL"}, {indicator = "trade", area = "CN"}]
columns = ["level", "yoy", "difference", "share", "contribution", "pull"]

[tables.goals]
targets = ["gdp_2025", "retail_2025", "unemployment_2025", "urban_2025"]

[charts.trend]
kind = "column"
series = ["gdp", "retail"]
periods = ["2020", "2021"]

[charts.goals]
kind = "target_gap"
measure = "completion"
targets = ["gdp_2025", "urban_2025", "retail_2025"]
"""
NAMES = ("gdp", "retail", "unemployment", "urban", "population", "deficit", "firms")
PARAGRAPHS = (
    "{{ paragraph([gdp, retail]) }}",
    "{{ paragraph([unemployment, urban, population, firms]) }}",
    *(f"{{{{ {name}.sentence }}}}" for name in NAMES),
    *(f"{{{{ {name}.target.sentence }}}} {{{{ {name}.target.progress }}}}" for name in NAMES[:4]),
    "{{ paragraph([trade, trade.of('GENERAL'), trade.area('CN')]) }}",
    "{{ trade.difference.sentence }} {{ trade.of('GENERAL').share.sentence }} {{ trade.of('GENERAL').contribution.sentence }}",
    "{{ trade.at('2021-01--2021-05').sentence }} {{ trade.currency('USD').sentence }} {{ trade.share('CN') }}",
    "{{ tables.main }}",
    "{{ tables.trade }}",
    "{{ tables.goals }}",
    "{{ charts.trend }}",
    "{{ charts.goals }}",
    "{%p for s in sources %}",
    "{{ s }}",
    "{%p endfor %}",
)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    cells = {f"A{row}": f"{{{{ {name} }}}}" for row, name in enumerate(NAMES, start=1)}
    made = pack(folder / "pack", LINES, PARAGRAPHS, cells, observations={"growth": {"prices": "constant"}})
    definition = made / "pack.toml"
    definition.write_text(definition.read_text("utf-8") + TABLES, "utf-8")
    build(made, output=folder / "built")
    return made, folder / "built"


@pytest.mark.parametrize("name", ["brief", "book", "data"])
@pytest.mark.parametrize("code", ["en", "zh"])
def test_an_untouched_build_agrees_with_itself_and_its_pack(office, name, code):
    made, built = office
    [document] = built.glob(f"{name}-{code}.*")
    for found in (audit(document), audit(document, pack=made)):
        assert [(one.code, language("en").what(one)) for one in found.findings] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_refresh_of_an_untouched_brief_changes_nothing(office, language):
    made, built = office
    report = refresh(built / f"brief-{language}.docx", made).report
    assert (report.changes, report.kept) == ([], [])
