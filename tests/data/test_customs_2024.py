"""The dataset of Chongqing's foreign trade by month: sound, complete, and cited cell by cell."""

from pathlib import Path

import reportgen.dataset
from reportgen.dataset.records import Role
from reportgen.findings import Severity

CUSTOMS = Path(__file__).parents[2] / "data" / "customs-2024"


def test_it_reads_without_a_finding_and_checks_without_an_error():
    dataset, findings = reportgen.dataset.read(CUSTOMS)
    assert findings == ()
    assert [one for one in reportgen.dataset.check(dataset) if one.severity is Severity.ERROR] == []
    assert "duplicate-citation" not in {one.code for one in reportgen.dataset.check(dataset)}
    assert len(dataset.observations) == 735
    assert len(dataset.citations) == 756
    assert {citation.role for citation in dataset.citations} == {Role.TABLE}
    assert {citation.subject for citation in dataset.citations} == set(dataset.observations)


def test_chongqings_year_is_as_published():
    dataset, _ = reportgen.dataset.read(CUSTOMS)
    year = dataset.observations["trade/CN-CQ/2024/level@gacc_by_place_2024_12"]
    assert year.quantity.value == 715_416_320_000
    assert dataset.observations["trade/CN-CQ/2024/growth_yoy@gacc_by_place_2024_12"].quantity.text == "0.4"
