"""What every test of the intake has before it."""

from pathlib import Path

import pytest

from tests.intake.made import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
