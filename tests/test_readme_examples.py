"""The TOML that the READMEs show is sound: it is put into a pack and checked."""

import re

import pytest

from reportgen.build.definition import read_definition
from reportgen.build.edition import editions
from reportgen.build.pack_or_data import open_pack_or_data
from reportgen.figures.documents import check_definitions
from tests.docs import READMES, ROOT


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_tables_and_charts_of_the_readme_can_be_built(readme, tmp_path):
    blocks = re.findall(r"```toml\n(.*?)```", readme.read_text(encoding="utf-8"), re.DOTALL)
    (shown,) = [block for block in blocks if "[charts." in block]
    head = (
        (ROOT / "examples" / "ecommerce-2020" / "pack.toml")
        .read_text(encoding="utf-8")
        .split("\n[tables", 1)[0]
    )
    pack = head.replace("../../", f"{ROOT.as_posix()}/") + "\n" + shown
    (tmp_path / "pack.toml").write_text(pack, encoding="utf-8")
    assert set(read_definition(tmp_path).tables) == {"retail", "progress"}
    for edition in editions(open_pack_or_data(tmp_path)):
        assert check_definitions(edition.vocabulary()) == []
