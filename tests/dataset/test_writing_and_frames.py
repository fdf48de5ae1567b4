"""Datasets as files and as data frames; quotations against the sources' texts."""

import sys
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.dataset import check_source_texts, read, to_frames, write_folder
from reportgen.errors import DatasetError
from reportgen.language import language, say
from tests.builders import codes_of, dataset

DATA = Path(__file__).parents[2] / "data"


def test_the_real_dataset_is_written_back_line_by_line(tmp_path):
    data, findings = read(DATA)
    assert findings == ()
    write_folder(data, tmp_path)
    for file in sorted(tmp_path.glob("*.csv")):
        lines = [folder.joinpath(file.name).read_bytes().splitlines() for folder in (tmp_path, DATA)]
        assert sorted(lines[0]) == sorted(lines[1]), file.name


def test_writing_twice_gives_the_same_bytes(tmp_path):
    data = dataset("exports CN-CQ 2021=5e9 2025:target=>7e9")
    for name in ("one", "two"):
        write_folder(data, tmp_path / name)
    files = sorted(file.name for file in (tmp_path / "one").iterdir())
    assert files == [
        "areas.csv",
        "citations.csv",
        "datapackage.json",
        "indicators.csv",
        "observations.csv",
        "sources.csv",
        "targets.csv",
    ]
    assert all(
        (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in files
    )


def test_frames_hold_the_tables_with_numbers_in_base_units():
    frames = to_frames(dataset("exports CN-CQ 2021=32.21e9 2021:yoy=63.3 2025:target=>70e9"))
    observations = frames["observations"]
    assert list(observations["base_value"]) == [Decimal(32_210_000_000), Decimal("63.3")]
    assert list(observations["unit"]) == ["CNY", "percent"]
    assert list(frames["targets"]["operator"]) == ["gt"]
    assert frames["codes"].empty


def test_without_pandas_it_is_said_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(DatasetError) as refused:
        to_frames(read(DATA)[0])
    assert "reportgen[frames]" in say(refused.value.message, "en")


def test_quotations_are_compared_word_for_word(tmp_path):
    (tmp_path / "a.txt").write_text("In 2021 it reached\n  32.21 billion yuan, up 63.3%.", "utf-8")
    data = dataset(
        'exports CN-CQ 2021=32.21e9 "reached 32.21 billion yuan" 2021:yoy=63.3 "s1|rose by 63.3%" 2020=5e9 "s2|5 billion yuan"',
        sources={"s1": {"file": "a.txt"}, "s2": {"file": "b.txt"}},
    )
    not_verbatim, missing = check_source_texts(data, tmp_path)
    assert (not_verbatim.code, not_verbatim.place.row) == ("not-verbatim", 3)
    assert language("en").what(not_verbatim).startswith("The quoted words do not stand in a.txt")
    assert (missing.code, missing.place.text) == ("missing-source-text", "b.txt")
    with pytest.raises(DatasetError, match="no folder of source texts"):
        check_source_texts(data, tmp_path / "nowhere")


def test_a_source_without_a_text_file_is_noted(tmp_path):
    assert codes_of(check_source_texts(dataset("exports CN-CQ 2021=5e9"), tmp_path)) == ["no-source-text"]


def test_the_real_quotations_are_verbatim(source_texts):
    data, _ = read(DATA)
    assert check_source_texts(data, source_texts) == []
