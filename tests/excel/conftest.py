"""What the tests of workbooks have in common."""

from collections.abc import Callable

import pytest

from tests.excel.soundness import unsound


@pytest.fixture
def ooxml_validator(ooxml_validator: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """The validator, and beside it what it does not see: overlapping merges, rows twice, a Table's names against its heads."""

    def validate(data: bytes, name: str = "book.xlsx") -> list[str]:
        return [*ooxml_validator(data, name), *unsound(data)]

    return validate
