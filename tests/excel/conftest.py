"""What the tests of workbooks have in common: a gate for every workbook that any of them fills."""

from collections.abc import Callable
from typing import Any

import pytest

from reportgen.excel.workbook_filling import ExcelTemplate
from tests.excel.soundness import unsound


@pytest.fixture(autouse=True)
def gate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every filled workbook is held against what Excel repairs and the validator does not see."""
    fill = ExcelTemplate.fill

    def gated(template: ExcelTemplate, *arguments: Any, **options: Any) -> Any:
        rendered = fill(template, *arguments, **options)
        if len(rendered.data) < 200_000:
            assert unsound(rendered.data) == []
        return rendered

    monkeypatch.setattr(ExcelTemplate, "fill", gated)


@pytest.fixture
def ooxml_validator(ooxml_validator: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """The validator, and beside it what it does not see: overlapping merges, rows twice, a Table's names against its heads."""

    def validate(data: bytes, name: str = "book.xlsx") -> list[str]:
        return [*ooxml_validator(data, name), *unsound(data)]

    return validate
