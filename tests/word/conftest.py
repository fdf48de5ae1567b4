"""Every document that a test of this folder fills goes through the gate of tests/soundness.py."""

from __future__ import annotations

import pytest

from reportgen.word import WordTemplate
from tests.soundness import new_problems

_MARKS_WITHOUT_LIST = "a link leads to no bookmark src_"
"""The source marks of tests lead to a list of sources that most of their templates do not have."""

_fill = WordTemplate.fill


@pytest.fixture(autouse=True)
def gate(monkeypatch: pytest.MonkeyPatch) -> None:
    def fill_and_check(self, *args, **options):
        rendered = _fill(self, *args, **options)
        found = new_problems(self._package.save(), rendered.data)
        assert [one for one in found if _MARKS_WITHOUT_LIST not in one] == []
        return rendered

    monkeypatch.setattr(WordTemplate, "fill", fill_and_check)
