"""The peak memory of this process alone.

``ru_maxrss`` survives ``exec`` on Linux: a process started by a large one begins with the large one's peak. What the kernel keeps for
the program itself (``VmHWM``) does not.
"""

import re
import resource
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak_mib() -> float:
    if _STATUS.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text())
        if found:
            return int(found[1]) / 1024
    unit = 2**20 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
