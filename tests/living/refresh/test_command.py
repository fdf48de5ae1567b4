"""``reportgen refresh`` as people run it: what it refuses, what it prints, how it ends."""

import json
import re
import zipfile

import pytest
from click.testing import CliRunner

from reportgen.build.build import build
from reportgen.cli import main
from tests.living.refresh.workshop import LEVEL, Workshop, lines, typed_over, workshop

BRIEF = "plan-2025-brief-en.docx"


@pytest.fixture
def desk(tmp_path) -> Workshop:
    return workshop(tmp_path)


def run(desk: Workshop, document, *options: str, to: str = "new.docx"):
    target = desk.folder / to
    said = CliRunner().invoke(
        main, ["refresh", str(document), "--pack", str(desk.pack), "-o", str(target), "--overwrite", *options]
    )
    return said, target


def test_it_says_what_changed_and_ends_with_0(desk):
    brief = desk.built(BRIEF)
    desk.revise(LEVEL)
    said, target = run(desk, brief)
    assert said.exit_code == 0, said.output
    assert (
        "46.0% → 47.9%  [Cross-border e-commerce imports and exports, Chongqing: completion of target]"
        in said.output
    )
    assert any("47.9%" in line for line in lines(target))


def test_a_conflict_left_to_people_ends_with_1_unless_people_were_to_win(desk):
    brief = desk.edited(desk.built(BRIEF), typed_over("46.0%", "46.2%"))
    desk.revise(LEVEL)
    assert run(desk, brief)[0].exit_code == 1
    assert run(desk, brief, "--take", "person")[0].exit_code == 0
    said, target = run(desk, brief, "--take", "data")
    assert said.exit_code == 0
    assert not any("46.2%" in line for line in lines(target))


def test_json_tells_the_same(desk):
    brief = desk.edited(desk.built(BRIEF), typed_over("46.0%", "46.2%"))
    desk.revise(LEVEL)
    told = json.loads(run(desk, brief, "--json")[0].output)
    assert set(told) == {"document", "changes", "left", "figures", "to_read"}
    (left,) = told["left"]
    assert left["figure"] == "cbec_trade/CN-CQ/2021/target_completion@cbec_trade_2025"
    assert (left["built"], left["edited"], left["now"], left["conflict"]) == ("46.0%", "46.2%", "47.9%", True)


def test_it_never_writes_over_its_input(desk):
    brief = desk.built(BRIEF)
    before = brief.read_bytes()
    said, _ = run(desk, brief, to=f"built/{BRIEF}")
    assert said.exit_code == 2
    assert "never overwritten" in said.output
    assert brief.read_bytes() == before


def test_a_data_book_is_built_again_instead(desk):
    desk.built(BRIEF)
    said, target = run(desk, desk.folder / "built" / "plan-2025-databook-en.xlsx", to="new.xlsx")
    assert said.exit_code == 2
    assert "build the pack again instead" in said.output
    assert not target.exists()


def test_a_document_without_lineage_cannot_be_refreshed(desk):
    build(desk.pack, output=desk.folder / "bare", lineage=False)
    said, target = run(desk, desk.folder / "bare" / BRIEF)
    assert said.exit_code == 2
    assert "no lineage" in said.output
    assert not target.exists()


def test_a_document_of_another_pack_is_refused(desk):
    brief = desk.built(BRIEF)
    other = Workshop(desk.folder, "trade-2023")
    said, _ = run(other, brief)
    assert said.exit_code == 2
    assert "builds no plan-2025-brief-en.docx" in said.output


def test_errors_in_the_data_stop_it(desk):
    brief = desk.built(BRIEF)
    desk.revise(("cq_cbec_trade_2021", "32.21", "n/a"))
    said, target = run(desk, brief)
    assert said.exit_code == 1
    assert not target.exists()


def test_the_cut_off_date_stops_it_as_it_stops_a_build(desk):
    brief, definition = desk.built(BRIEF), desk.pack / "pack.toml"
    text = re.sub(r"(?m)^cut_off = .*", "cut_off = 2022-01-15", definition.read_text("utf-8"))
    definition.write_text(text, "utf-8")
    said, target = run(desk, brief)

    assert said.exit_code == 1
    assert "May 2022 has no number" in said.output or "younger than the cut-off date" in said.output
    assert not target.exists()


@pytest.mark.parametrize("damage", ["xml", "zip"])
def test_a_damaged_document_is_refused_before_anything_is_said(desk, damage):
    brief = desk.built(BRIEF)
    with zipfile.ZipFile(brief) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"</w:p>", b"</w:q>", 1)
    with zipfile.ZipFile(brief, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data)
    if damage == "zip":
        brief.write_bytes(brief.read_bytes()[:20_000])
    said, target = run(desk, brief)

    assert said.exit_code == 2
    assert "not sound XML" in said.output or "damaged or cut off" in said.output
    assert len(said.output.splitlines()) == 1
    assert not target.exists()


def test_charts_are_told_with_tracked_changes_too(desk):
    """Word tracks no change of a chart."""
    brief = desk.built(BRIEF)
    desk.revise(LEVEL)
    said, _ = run(desk, brief, "--track", "--language", "en")

    assert "Imports and exports: 2021 32.21 → 33.56" in said.output


def test_a_second_refresh_finds_nothing_to_do(desk):
    brief = desk.built(BRIEF)
    desk.revise(LEVEL)
    _, target = run(desk, brief)
    said, again = run(desk, target, to="again.docx")
    assert "Nothing to change" in said.output
    assert again.read_bytes() == target.read_bytes()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_audit_of_the_refreshed_document_finds_nothing(desk, language):
    brief = desk.built(f"plan-2025-brief-{language}.docx")
    desk.revise(LEVEL)
    _, target = run(desk, brief)
    said = CliRunner().invoke(main, ["audit", str(target), "--pack", str(desk.pack), "--json"])
    assert json.loads(said.output) == []
