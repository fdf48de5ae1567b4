"""A collection that is killed: the dataset is as before or as after, and the next one carries on."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.intake.forms.desk import HEADS, TRADE

KILLED = """
import os, signal, sys
from reportgen.cli import main
from reportgen.ooxml import placing
left = int(sys.argv[1])
def dying(call):
    def wrapped(*given, **named):
        global left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        return call(*given, **named)
    return wrapped
os.replace, placing._write_through = dying(os.replace), dying(placing._write_through)
main(sys.argv[2:])
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("step", range(6))
def test_a_killed_collection_leaves_the_dataset_as_before_or_after(forms, step):
    path = forms.filled(lambda sheet, _: sheet.cell(TRADE, HEADS["value"], 12.5))
    asked = ["form", "collect", str(path), "--into", str(forms.data)]
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(step), *asked], cwd=root, capture_output=True, env={**os.environ}
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    again = forms.collect(path, language="en")
    assert again.exit_code == 0, again.output
    assert "1 new" in again.output or "1 the same" in again.output
    new = [one for one in forms.observations().values() if str(one.period) == "2024-05"]
    assert [one.quantity.text for one in new] == ["12.5"]
    assert (forms.data / "sources.csv").read_text("utf-8").count("form_") == 1
    assert sorted(item.name for item in forms.data.iterdir()) == [
        "areas.csv", "citations.csv", "indicators.csv", "observations.csv", "sources.csv",
    ]  # fmt: skip
