"""The order of rows says nothing: the same findings in the same words, whichever row comes first."""

import csv
import json
import random
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli import main

DATA = Path(__file__).parents[2] / "data"


def findings(folder: Path) -> list[tuple[str, str, str]]:
    found = json.loads(CliRunner().invoke(main, ["check", str(folder), "--json"]).output)
    texts = [(item["code"], item["message_en"], item["message_zh"]) for item in found]
    return sorted(
        (code, *(re.sub(r"row \d+|第\d+行", "a row", text) for text in said)) for code, *said in texts
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_rows_in_another_order_give_the_same_findings(tmp_path, seed):
    shuffled = tmp_path / "data"
    shutil.copytree(DATA, shuffled, ignore=shutil.ignore_patterns("recipes"))
    for path in sorted(shuffled.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        random.Random(seed).shuffle(rows)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([head, *rows])
    assert findings(shuffled) == findings(DATA)
