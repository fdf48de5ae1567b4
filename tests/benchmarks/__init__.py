"""The speed table: ratios measured side by side in one run. `python -m tests.benchmarks` prints it; no test asserts a time."""
