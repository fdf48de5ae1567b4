"""The numbers that the SECURITY sections of both READMEs promise are those that the program goes by, and what they name is there."""

import re
from pathlib import Path

import pytest

from reportgen.build import pack_json, toml_files
from reportgen.dataset.csv_files import LONGEST_CELL
from reportgen.ooxml import guard, soundness, whole_files
from reportgen.ooxml.extents import AREA_OF_A_CELL, LARGEST_SPARSE_AREA, MAX_AREA

ROOT = Path(__file__).parents[1]
MIB, GIB = 1 << 20, 1 << 30
TERMS = ROOT / "reportgen/figures/terms"


def number_in(file: Path, name: str) -> int:
    """A constant as its file says it: templates' words are loaded when they are asked for, which other tests look at."""
    found = re.search(rf"^{name} = ([\d_]+)$", file.read_text("utf-8"), re.MULTILINE)
    assert found is not None
    return int(found[1])


LARGEST_PARAGRAPH = number_in(TERMS / "paragraph.py", "LARGEST_PARAGRAPH")
MOST_PERIODS = number_in(TERMS / "indicator.py", "MOST_PERIODS")
SECTIONS = {
    "en": re.search(
        r"^## Security\n(.*?)^## ", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )[1],
    "zh": re.search(
        r"^## 安全\n(.*?)^## ", (ROOT / "README.zh-CN.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )[1],
}
PROMISES = [
    (f"files over {whole_files.LARGEST_FILE // GIB} GiB", f"超过{whole_files.LARGEST_FILE // GIB} GiB的文件"),
    (f"{guard.MAX_MEMBERS:,} parts", f"超过{guard.MAX_MEMBERS:,}个部件"),
    (f"{guard.MAX_UNPACKED_BYTES // GIB} GiB unpacked", f"解压后超过{guard.MAX_UNPACKED_BYTES // GIB} GiB"),
    (f"a part over {guard.MAX_MEMBER_AT_ANY_RATIO // MIB} MiB packed more than {guard.MAX_MEMBER_RATIO} times", f"超过{guard.MAX_MEMBER_AT_ANY_RATIO // MIB} MiB且压缩比超过{guard.MAX_MEMBER_RATIO}的部件"),
    (f"nesting beyond {soundness.MAX_DEPTH}", f"嵌套超过{soundness.MAX_DEPTH}层"),
    (f"more than {soundness.MAX_ATTRIBUTES:,}\n  attributes or {soundness.LONGEST_TAG // 1_000_000} MB", f"属性超过{soundness.MAX_ATTRIBUTES:,}个或{soundness.LONGEST_TAG // 1_000_000} MB"),
    (f"over more than {MAX_AREA // 1_000_000} million cells, or over more than {LARGEST_SPARSE_AREA // 1_000_000} million", f"跨度超过{MAX_AREA // 10_000}万格，或跨度超过{LARGEST_SPARSE_AREA // 10_000}万格"),
    (f"cells beyond {LONGEST_CELL:,} characters", f"超过{LONGEST_CELL:,}个字符"),
    (f"TOML beyond {toml_files.LARGEST // MIB} MiB", f"超过{toml_files.LARGEST // MIB} MiB 的 TOML"),
    (f"`pack.json` beyond {pack_json.LARGEST // MIB} MiB", f"超过{pack_json.LARGEST // MIB} MiB 的 `pack.json`"),
    (f"at most {LARGEST_PARAGRAPH:,} figures", f"至多写{LARGEST_PARAGRAPH:,}个数字"),
    (f"at most {MOST_PERIODS:,} periods", f"至多取{MOST_PERIODS:,}个时期"),
]  # fmt: skip


@pytest.mark.parametrize("promised", PROMISES, ids=lambda promised: promised[0])
def test_a_limit_is_the_one_that_the_program_goes_by(promised):
    for section, said in zip(SECTIONS.values(), promised, strict=True):
        assert said in section


def test_one_cell_in_a_hundred():
    assert AREA_OF_A_CELL == 100


@pytest.mark.parametrize("language", SECTIONS)
def test_what_the_section_names_is_there(language):
    section = SECTIONS[language]
    assert (ROOT / "tests/hostile").is_dir()
    for name in ("tests/hostile/", "make test-long", "reportgen verify DIR", "build --sign KEY", "verify --key PUB", "[limits]", "reportgen release", "figures --csv"):  # fmt: skip
        assert name in section
