"""What `import reportgen` offers, and that it costs next to nothing."""

import subprocess
import sys

import reportgen


def test_every_public_name_is_there():
    for name in reportgen.__all__:
        assert getattr(reportgen, name).__doc__, f"{name} has no docstring"


def test_importing_loads_no_heavy_library():
    code = "import sys, reportgen; print(sorted({'pandas','openpyxl','docx','lxml','jinja2','click'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"
