"""A check again looks only at what was edited since, and says the same as a check without anything kept."""

from pathlib import Path

import docx
import pytest

from reportgen.build import templates
from reportgen.build.check import check
from reportgen.build.findings_cache import keeping_findings
from tests.build.packs import pack


@pytest.fixture(autouse=True)
def _folder(tmp_path):
    with keeping_findings(tmp_path / "cache"):
        yield


@pytest.fixture
def looked_at(monkeypatch):
    """What was linted and filled, in order."""
    seen: list[str] = []

    def counted(real):
        def look(edition, document, **options):
            seen.append(f"{real.__name__} {document.template_for(edition.language)} {edition.language}")
            return real(edition, document, **options)

        return look

    for name in ("template_findings", "try_template"):
        monkeypatch.setattr(templates, name, counted(getattr(templates, name)))
    return seen


def check_afresh(path: Path):
    with keeping_findings(None):
        return check(path)


def codes(path: Path) -> set[str]:
    return {finding.code for finding in check(path)[0]}


def write_brief(folder: Path, text: str) -> None:
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(folder / "brief.docx"))


def test_nothing_is_looked_at_again(tmp_path, looked_at):
    folder = pack(tmp_path / "pack")
    first = check(folder)
    assert len(looked_at) == 8, "two templates in two languages, linted and filled"
    looked_at.clear()
    assert check(folder) == first == check_afresh(folder)


def test_a_template_that_was_edited_is_looked_at_and_no_other(tmp_path, looked_at):
    folder = pack(tmp_path / "pack")
    check(folder)
    looked_at.clear()
    write_brief(folder, "{{ cbec_trade.yoy }}")
    again = check(folder)
    assert len(looked_at) == 4
    assert all(" brief.docx " in said for said in looked_at)
    assert again == check_afresh(folder)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [("pack.toml", "Small pack", "A small pack"), ("data/observations.csv", "32.21", "32.22")],
)
def test_other_data_or_another_definition_have_everything_looked_at(tmp_path, looked_at, file, old, new):
    folder = pack(tmp_path / "pack")
    check(folder)
    looked_at.clear()
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), "utf-8")
    check(folder)
    assert len([said for said in looked_at if said.startswith("template_findings")]) == 4


def test_a_mistake_is_told_each_time_until_it_is_mended(tmp_path, looked_at):
    folder = pack(tmp_path / "pack", paragraphs=["{{ cbec_trad }}"])
    assert "unknown-name" in codes(folder)
    looked_at.clear()
    assert "unknown-name" in codes(folder)
    assert looked_at == [], "seen without filling, so it is known"
    write_brief(folder, "{{ cbec_trade }}")
    assert "unknown-name" not in codes(folder)


def test_what_stops_a_filling_is_told_each_time(tmp_path):
    data = "cbec_trade CN-CQ 2021=32.21e9 2022=40.00e9 2022:yoy=24.2"
    folder = pack(tmp_path / "late", data, paragraphs=["{{ cbec_trade.at('2022').implied_base }}"])
    for _ in range(3):
        assert "figure-after-cut-off" in codes(folder)
    broken = pack(tmp_path / "broken", paragraphs=["{{ cbec_trade.at('1999') }}"])
    first = check(broken)
    assert first[0]
    assert check(broken) == first == check_afresh(broken)


def test_what_is_noticed_while_filling_is_told_again(tmp_path):
    folder = pack(tmp_path / "pack", cells={"A1": "{{ cbec_trade }}", "A2": "=TODAY()+A1"})
    first = check(folder)
    assert check(folder) == first == check_afresh(folder)
