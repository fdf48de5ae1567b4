"""The page in a real Chromium, opened from disk: clicked, searched, used by keyboard, read to screen readers, printed."""

import re
from pathlib import Path

import pytest

from reportgen.living.page.page import page_of
from tests.living.refresh.workshop import workshop

LINKS = "[...document.querySelectorAll('article.document a.figure')]"
DONE = "cbec_trade/CN-CQ/2021/target_completion@cbec_trade_2025"
MONTHLY = Path(__file__).parents[3] / "examples" / "trade-monthly"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    desk = workshop(folder / "desk")
    (folder / "plan.html").write_text(page_of(desk.built("plan-2025-brief-en.docx")).html, "utf-8")
    (folder / "monthly.html").write_text(page_of(MONTHLY, "zh").html, "utf-8")
    return folder


@pytest.fixture
def plan(browser, pages):
    browser.open(pages / "plan.html")
    return browser


@pytest.fixture
def monthly(browser, pages):
    browser.open(pages / "monthly.html")
    return browser


def panel(browser):
    return " ".join(browser.run("document.getElementById('panel').innerText").split())


def results(browser):
    return browser.run("[...document.querySelectorAll('#results a')].map((one) => one.textContent)")


def look_for(browser, text):
    browser.press("/")
    browser.type(text)


def test_a_click_on_a_number_opens_its_tree(plan):
    plan.run(f"{LINKS}.find((one) => one.textContent === '46.0%').click()")
    said = panel(plan)

    assert said.startswith("Close 46.0%")
    assert "formula: a ÷ b × 100" in said
    assert "a = 32.21 billion yuan" in said
    assert "in 2021, the city’s cross-border e-commerce reached 32.21 billion yuan" in said, (
        "the input's own source"
    )


def test_inputs_open_down_to_what_was_published(monthly):
    monthly.run("document.querySelector('article.document a[href*=figure-]').click()")
    key = monthly.run(
        "[...document.querySelectorAll('article.entry')].find((one) => one.querySelector('.inputs') &&"
        " [...one.querySelectorAll('a.input')].some((to) => document.querySelector(`#figure-${to.dataset.figure} .inputs`)))"
        ".dataset.figure"
    )
    monthly.run(
        f'document.querySelector(\'a.figure[data-figure="{key}"], a.input[data-figure="{key}"]\').click()'
    )
    depth = (
        "Math.max(...[...document.querySelectorAll('#panel details')].map((one) => { let n = 0;"
        " for (let at = one; at.id !== 'panel'; at = at.parentElement) n += at.matches('details'); return n; }))"
    )
    monthly.until("document.querySelectorAll('#panel details details summary').length > 0")
    monthly.run("document.querySelectorAll('#panel details details').forEach((one) => { one.open = true; })")
    monthly.until("document.querySelectorAll('#panel details details article').length > 0")

    assert monthly.run(depth) >= 2


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("46.0", "46.0%Cross-border e-commerce imports and exports, Chongqing: completion of target"),
        ("6.0", None),
        ("cbec_trade/CN-CQ/2021/level", "32.21 billion yuanCross-border e-commerce imports and exports, Chongqing"),
        ("32,21", None),
        ("overseas warehouses", None),
    ],
)  # fmt: skip
def test_the_search_finds_numbers_ids_and_words(plan, asked, first):
    look_for(plan, asked)
    found = results(plan)

    if first is not None:
        assert found[0] == first
    if asked in ("6.0", "32,21"):
        assert not any("46.0" in one or "32.21" in one for one in found)
    if asked == "overseas warehouses":
        assert any("were more than 40" in one for one in found)


def test_the_search_says_how_much_it_found_and_where_nothing(plan):
    look_for(plan, "46.0")
    assert plan.run("document.getElementById('count').textContent").startswith("Figures found: 1.")
    plan.press("/")
    plan.run("document.getElementById('search').select()")
    plan.type("qqq")
    assert plan.run("document.getElementById('count').textContent") == "Nothing found."


def test_everything_goes_by_keyboard(plan):
    look_for(plan, "46.0")
    plan.press("Enter")
    plan.press("Enter")
    assert panel(plan).startswith("Close 46.0%")
    assert plan.run("document.activeElement.id") == "panel"

    plan.press("Escape")
    assert plan.run("document.getElementById('panel').hidden")
    assert plan.run("document.activeElement.dataset.figure") is not None, "back where one came from"

    plan.run("document.querySelector('article.document a.figure').focus()")
    plan.press("Tab")
    assert plan.run(f"document.activeElement === {LINKS}[1]")


def test_a_screen_reader_has_parts_headings_and_links(plan):
    said = plan.said_to_screen_readers()

    assert ("searchbox", "Search") in said
    assert {("navigation", "Parts of the page"), ("link", "46.0%"), ("heading", "Sources (5)")} <= set(said)
    assert any(role == "status" for role, _ in said)
    plan.click("article.document a.figure")
    assert ("complementary", "The figure and where it comes from") in plan.said_to_screen_readers()


def test_an_address_may_name_a_figure(plan, pages):
    key = plan.run(f"{LINKS}.find((one) => one.textContent === '32.21 billion yuan').dataset.figure")
    plan.open(pages / "plan.html", f"#figure-{key}")

    assert panel(plan).startswith("Close 32.21 billion yuan")


@pytest.mark.parametrize("name", ["plan", "monthly"])
def test_no_request_leaves_the_page(browser, pages, name):
    browser.open(pages / f"{name}.html")
    for link in ("article.document a.figure", "#panel summary"):
        browser.click(link)
    look_for(browser, "1")

    assert browser.requests == [(pages / f"{name}.html").as_uri()]
    assert browser.complaints == []


def test_printed_it_has_the_text_and_the_register(plan, text_of_pdf):
    text = text_of_pdf(plan.printed())

    _, heading, register = text.rpartition("Figures (")
    assert heading
    count = int(register.partition(")")[0])
    (number,) = re.findall(rf"^ *(\d+) +46\.0% .*\n{re.escape(DONE)}$", register, re.MULTILINE)
    assert f"46.0%[{number}]" in text.replace(" ", ""), "the number of the register is at the figure"
    assert {int(one) for one in re.findall(r"\[(\d+)\](?!-)", text)} >= set(range(1, count + 1))
    assert "Search" not in text


def test_printed_in_chinese_too(monthly, text_of_pdf):
    text = text_of_pdf(monthly.printed())

    assert "2024年重庆市对外贸易情况" in text
    assert "计算依据" in text


@pytest.fixture
def text_of_pdf():
    import subprocess

    def read(pdf):
        return subprocess.run(
            ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
        ).stdout.decode()

    return read


def test_it_fits_a_narrow_screen(plan):
    plan.ask("Emulation.setDeviceMetricsOverride", width=420, height=800, deviceScaleFactor=1, mobile=True)
    try:
        assert plan.run("document.documentElement.scrollWidth") <= 420
        plan.click("article.document a.figure")
        assert plan.run("document.getElementById('panel').getBoundingClientRect().width") <= 420
    finally:
        plan.ask("Emulation.clearDeviceMetricsOverride")
