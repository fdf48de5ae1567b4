"""A document is held against its pack at its own period, whatever the pack's is today."""

import shutil

import pytest
from click.testing import CliRunner

from reportgen.cli import main
from reportgen.errors import ReportgenError
from reportgen.language import say
from reportgen.living.audit import audit
from reportgen.living.release import release
from reportgen.periods import Period
from tests.living.refresh.workshop import MONTHLY, ROOT, months

BRIEF, BOOK = "trade-monthly-brief-en.docx", "trade-monthly-workbook-zh.xlsx"


@pytest.mark.parametrize("name", [BRIEF, BOOK])
def test_last_month_s_document_is_held_against_last_month_s_pack(name):
    assert audit(months() / "11" / name, pack=MONTHLY).findings == ()


@pytest.mark.long_but_for("brief")
@pytest.mark.parametrize("name", [BRIEF, BOOK])
def test_a_released_copy_too_by_the_period_that_its_head_names(tmp_path, name):
    release(months() / "11" / name, tmp_path / name)

    assert audit(tmp_path / name, pack=MONTHLY).findings == ()


def test_a_pack_that_states_another_period_is_read_at_the_document_s(tmp_path):
    shutil.copytree(ROOT / "data" / "customs-2024", tmp_path / "data" / "customs-2024")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    pack = tmp_path / "examples" / "trade-monthly"
    shutil.copytree(MONTHLY, pack, ignore=shutil.ignore_patterns("build"))
    definition = pack / "pack.toml"
    text = definition.read_text(encoding="utf-8").replace('period = "latest"', 'period = "2024-10"')
    definition.write_text(text, encoding="utf-8")

    assert audit(months() / "11" / BRIEF, pack=pack).findings == ()


@pytest.mark.long
def test_another_period_may_be_asked_for(tmp_path):
    copy = tmp_path / BRIEF
    release(months() / "11" / BRIEF, copy)
    found = audit(copy, pack=MONTHLY, period=Period.parse("2024-10")).findings

    assert "words-changed" in {one.code for one in found}


def test_a_period_is_one_of_a_pack():
    for options in ({}, {"pack": ROOT / "data" / "customs-2024"}):
        with pytest.raises(ReportgenError) as refused:
            audit(months() / "11" / BRIEF, period=Period.parse("2024-10"), **options)
        assert "--period is one of a pack" in say(refused.value.message, "en")


@pytest.mark.long
@pytest.mark.parametrize("command", ["audit", "refresh"])
def test_messages_are_in_the_document_s_language(tmp_path, command):
    """The pack's first one is English."""
    document = months() / "11" / "trade-monthly-brief-zh.docx"
    more = ["-o", tmp_path / "new.docx"] if command == "refresh" else []
    asked = [*map(str, [command, document, "--pack", MONTHLY, *more])]

    assert {"audit": "未发现问题", "refresh": "无需改动"}[command] in CliRunner().invoke(main, asked).output
    assert (
        "Nothing"
        in CliRunner().invoke(main, [*asked, "--language", "en", *(["--overwrite"] if more else [])]).output
    )
