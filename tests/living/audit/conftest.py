"""The example packs, built once."""

from pathlib import Path

import pytest

from reportgen.build.build import build

ROOT = Path(__file__).parents[3]
PACKS = ("plan-2025", "ecommerce-2020", "trade-2023")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the documents of three examples: ``plan-2025/plan-2025-brief-en.docx``."""
    folder = tmp_path_factory.mktemp("built")
    for name in PACKS:
        build(ROOT / "examples" / name, output=folder / name)
    return folder


@pytest.fixture(scope="session")
def all_built(built: Path) -> Path:
    """The same folder with the monthly pack too."""
    build(ROOT / "examples" / "trade-monthly", output=built / "trade-monthly")
    return built
