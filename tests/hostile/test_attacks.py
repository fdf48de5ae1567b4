"""The table of attacks by files: each ends in one sentence or in findings, in time, and writes nothing."""

import pytest

from tests.hostile.attacks import attacks, carried_out, prepared, table
from tests.hostile.tables import FAR

KINDS = ("archive", "checksum", "sheet", "built record", "table")
"""All of these are tried."""
SAMPLED = {"part": 12, "built part": 6}
"""Of these every so many-th: all take over an hour, `python -m tests.hostile.attacks`."""
_SHARES_OF = {"archive": 2, "part": 2, "built record": 2, "table": 2}
"""Into how many tests the attacks of a kind are divided, for all cores to take part."""
SHARES = [(kind, share) for kind in (*KINDS, *SAMPLED) for share in range(_SHARES_OF.get(kind, 1))]

MOST_MEMORY = 900
"""MiB that a command may take for any of these files: the largest part that is let in is 32 MiB, and a tree of XML takes up to thirty times its text."""


def look_at(outcomes):
    made = list(outcomes)
    assert [(one.attack.file, one.attack.name, one.line, one.wrong) for one in made if one.wrong] == []
    print(f"\n{table(made)}")
    assert [(one.attack.name, one.line, one.mib) for one in made if one.mib > MOST_MEMORY] == []


def test_no_archive_gets_through(tmp_path):
    folder = prepared(tmp_path)
    look_at(
        outcome
        for attack in attacks()
        if attack.kind == "archive" and attack.file.endswith("xlsx")
        for outcome in carried_out(attack, folder, attack.lines[:1] + attack.lines[-2:])
    )


def test_no_table_reaches_further_than_memory(tmp_path, capfd):
    """Libraries are not asked for what they would end the process over; nor do they print past us."""
    folder = prepared(tmp_path)
    far = [attack for attack in attacks() if attack.name in FAR][::2]
    look_at(outcome for attack in far for outcome in carried_out(attack, folder, attack.lines[1:]))
    assert capfd.readouterr().err == ""


@pytest.mark.long
@pytest.mark.parametrize(("kind", "share"), SHARES)
def test_no_attack_gets_through(tmp_path, kind, share):
    folder = prepared(tmp_path)
    tried = [attack for attack in attacks() if attack.kind == kind][:: SAMPLED.get(kind, 1)]
    mine = tried[share :: _SHARES_OF.get(kind, 1)]
    look_at(outcome for attack in mine for outcome in carried_out(attack, folder))
