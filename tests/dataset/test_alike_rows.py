"""Rows that say the same as one before them but for period, value and source are read as if each stood alone."""

from pathlib import Path

import pytest

from reportgen.dataset import read
from reportgen.dataset.building import AlikeObservations

DATA = Path(__file__).parents[2] / "data"
HEAD = "obs_id,indicator,ref_area,period,measure,value,unit_mult,source,note\n"
ROWS = (
    ",exports,CN-CQ,2021,level,12.5,9,s,",
    ",exports,CN-CQ,2022,level,13.25,9,s,",  # like the one before
    ",exports,CN-CQ,2022,level,13.25,9,s,",  # its id a second time
    "own,exports,CN-CQ,2022,level,13.25,9,,",
    ",exports,CN-CQ,２０２１,level,１４,9,t,",  # full width
    ',exports,CN-CQ,2021,level,"1,400",9,t,',
    ",exports,CN-CQ,2021-13,level,14,9,t,",
    ",exports,CN-CQ,,level,14,9,u,",
    ",exports,CN-CQ,2021,level,,9,u,",
    ",exports,CN-CQ,2021,level,123456789012345678901,9,u,",
    ",exports,CN-CQ,2022,level,123456789012,15,u,",
    ",exports,CN-CQ,2021,level,-.5,9,v,",
    ",exports,CN-CQ,2021,level,.,9,v,",
    ",exports,CN-CQ,2021,levle,14,9,w,",
    ",exports,CN-CQ,2021,levle,14,9,w,",  # a wrong word is told of every row
    ",exports,CN-CQ,2021,level,15,9,x,a note",
    ",exports,CN-CQ,2022",
    ",exports,CN-CQ,2022,level,16\x07,9,y,",
)


def read_whole(folder: Path):
    """The observations in order, what is missing, and the findings."""
    dataset, findings = read(folder)
    return list(dataset.observations.items()), dataset.left_out, dataset.unread, findings


def read_one_by_one(folder: Path, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as patched:
        patched.setattr(AlikeObservations, "like_before", lambda self, row: None)
        return read_whole(folder)


@pytest.mark.parametrize("folder", [DATA, DATA / "customs-2024"], ids=["data", "customs-2024"])
def test_our_datasets_are_read_alike(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_whole(folder) == read_one_by_one(folder, monkeypatch)


def test_what_is_wrong_with_a_row_is_found_however_alike_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "observations.csv").write_text(HEAD + "\n".join(ROWS) + "\n", encoding="utf-8")
    dataset, findings = read(tmp_path)
    assert read_whole(tmp_path) == read_one_by_one(tmp_path, monkeypatch)
    assert set(dataset.observations) == {
        "exports/CN-CQ/2021/level@s", "exports/CN-CQ/2022/level@s", "own", "exports/CN-CQ/2021/level@t",
        "exports/CN-CQ/2021/level@v", "exports/CN-CQ/2021/level@x",
    }  # fmt: skip
    wrong = {finding.place.row for finding in findings if finding.place.row and finding.place.row > 1}
    assert wrong >= {4, 7, 8, 9, 10, 11, 12, 14, 15, 16, 18, 19}


def test_alike_rows_are_looked_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[int] = []
    whole = AlikeObservations.read
    monkeypatch.setattr(
        AlikeObservations, "read", lambda self, cells: asked.append(cells.row.number) or whole(self, cells)
    )
    rows = [
        f",exports,CN-CQ,{year},level,{value},9,s{value},\n" for value in range(50) for year in (2021, 2022)
    ]
    (tmp_path / "observations.csv").write_text(HEAD + "".join(rows), encoding="utf-8")
    dataset, _ = read(tmp_path)
    assert len(dataset.observations) == 100
    assert len(asked) <= 3
