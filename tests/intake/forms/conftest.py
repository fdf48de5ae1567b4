"""What every test of forms has before it."""

import pytest

from tests.intake.forms.desk import FormDesk


@pytest.fixture
def forms(tmp_path):
    return FormDesk(tmp_path)
