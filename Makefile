# Two commands on a fresh machine with Python 3.11+: `make demo` and `make test`.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: demo test test-long lint bench competitors clean

PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check

$(VENV)/.runtime: pyproject.toml requirements-runtime.lock
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements-runtime.lock
	$(PIP) install --no-deps -e .
	touch $@

$(VENV)/.develop: $(VENV)/.runtime requirements.lock
	$(PIP) install --require-hashes -r requirements.lock
	touch $@

demo: $(VENV)/.runtime
	$(BIN)/reportgen build examples/plan-2025
	$(BIN)/reportgen build examples/ecommerce-2020
	$(BIN)/reportgen build examples/trade-2023
	$(BIN)/reportgen build examples/trade-monthly

test: $(VENV)/.develop
	$(BIN)/python -m pytest -n auto --dist worksteal

# Hundreds of kills, fuzzing, layouts of every document: the tests marked `long`.
test-long: $(VENV)/.develop
	$(BIN)/python -m pytest -n auto --dist worksteal -m long -rA --durations=10

lint: $(VENV)/.develop
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.develop
	$(BIN)/python -W ignore -m tests.benchmarks

# What the benchmarks measure beside reportgen; without them `make bench` leaves their columns empty.
REPORTGEN_BENCH_NODE ?= $(HOME)/.cache/reportgen-bench
competitors: $(VENV)/.develop
	$(PIP) freeze --exclude-editable > $(VENV)/.pins
	$(PIP) install -c $(VENV)/.pins -r tests/benchmarks/competitors.txt
	npm install --silent --prefix $(REPORTGEN_BENCH_NODE) carbone@3.8.2 exceljs@4.4.0

clean:
	rm -rf build dist examples/*/build $(VENV)
