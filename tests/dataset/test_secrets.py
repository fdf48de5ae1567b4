"""No password of an address is repeated, whoever repeats it; what others say is one line that can be read."""

import pytest
from click.testing import CliRunner

from reportgen.cli import main
from reportgen.dataset.stores.secrets import said_of, without_secrets

SECRET = {
    "postgresql+psycopg://u:geheim@127.0.0.1:1/x": "postgresql+psycopg://u@127.0.0.1:1/x",
    "postgresql+psycopg://u:ge:hei@m@127.0.0.1:1/x": "postgresql+psycopg://u@127.0.0.1:1/x",
    "postgresql+psycopg://u:ge/heim?@127.0.0.1:1/x": "postgresql+psycopg://u@127.0.0.1:1/x",
    "postgresql+psycopg://u:geheim@127.0.0.1:port/x": "postgresql+psycopg://u@127.0.0.1:port/x",
    "postgresql+psycopg://u@127.0.0.1:1/x?password=geheim": "postgresql+psycopg://u@127.0.0.1:1/x?…",
    "postgresql+psycopg://u@127.0.0.1:1/x?sslmode=geheim": "postgresql+psycopg://u@127.0.0.1:1/x?…",
    "nonsense://u:geheim@h/x": "nonsense://u@h/x",
    "://u:geheim@h": "://u@h",
    "sqlite:////nowhere/x.db?mode=geheim": "sqlite:////nowhere/x.db?…",
    "postgresql+psycopg://u:geheim@127.0.0.1:1/x\x1b[31m": "postgresql+psycopg://u@127.0.0.1:1/x\x1b[31m",
}


@pytest.mark.parametrize("url", SECRET)
def test_a_database_that_fails_is_named_without_its_secrets(url):
    assert without_secrets(url) == SECRET[url]
    for language in ("en", "zh"):
        done = CliRunner().invoke(main, ["check", url, "--language", language])
        assert (done.exit_code, done.output.count("\n")) == (2, 1)
        assert not [
            piece for piece in ("geh", "hei", "heim", "\x1b", "int()", "Warning") if piece in done.output
        ]


@pytest.mark.parametrize(
    "scheduler", ["tcp://u:geheim@127.0.0.1:1", "tcp://127.0.0.1:1?token=geheim", "gate://u:geheim@x"]
)
def test_so_is_a_scheduler(scheduler):
    line = ["build", "examples/trade-monthly", "--for-each", "ref_area", "--scheduler", scheduler]
    done = CliRunner().invoke(main, [*line, "--language", "en"])
    assert done.exit_code == 2
    assert "No Dask scheduler answers at " in done.output
    assert "geheim" not in done.output


def test_what_a_server_says_is_one_line_of_a_length_that_can_be_read():
    said = said_of("a://u:p%40ss@h/x", "no\r\nuser \x1b[31mu with p@ss or p%40ss" + " very" * 500)
    assert said.startswith("no user [31mu with … or … very very")
    assert len(said) == 301


def test_a_file_has_no_secrets():
    assert without_secrets("sqlite:///a@b.db") == "sqlite:///a@b.db"
    assert said_of("sqlite:///a.db", "database is locked") == "database is locked"
