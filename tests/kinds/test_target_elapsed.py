"""``target_elapsed``: the share of the time gone by."""

from decimal import Decimal

from reportgen.language import language
from tests.kinds.saying import catalogue, number


def test_first_months_stand_against_their_own_years_target_with_the_elapsed_share_beside():
    book = catalogue(
        "exports CN-CQ 2024-01--2024-05=8e9 2024=24e9 2025-01--2025-05=10e9 2025:target:2024=>=27e9"
    )
    at = "exports/CN-CQ/2025-01--2025-05"
    assert str(book.target_basis("exports_2025").observation.period) == "2025-01--2025-05"
    assert number(book.get(f"{at}/target_completion@exports_2025")) == Decimal("37.0")  # 10 / 27
    assert number(book.get(f"{at}/target_elapsed@exports_2025")) == Decimal("41.7")  # 5 / 12
    assert book.get(f"{at}/target_status@exports_2025").state == "behind"
    assert book.get(f"{at}/target_projection@exports_2025").value == Decimal("30e9")  # 10 / 8 x 24
    for kind in ("target_path", "target_required_growth"):
        figure = book.get(f"{at}/{kind}@exports_2025")
        assert figure.value is None
        assert "share of the year gone by" in language("en").say_sentence(figure.reason)
