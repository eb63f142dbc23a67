# Everything a developer types. On a machine with only Python 3.11+ and make, `make demo` builds its own environment.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
# Stamps: what docgen itself needs, and what its developers need besides.
RUNS := $(VENV)/.runs
READY := $(VENV)/.ready

.PHONY: demo test lint check bench layouts clean

demo: $(RUNS)  ## check the samples, issue what is complete, and say where everything is
	$(BIN)/docgen demo -o demo-uit

test: $(READY)  ## all tests
	$(BIN)/python -m pytest -n auto

lint: $(READY)  ## style, types and floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint  ## lint, then all tests with branch coverage
	$(BIN)/python -m pytest -n auto --cov --cov-report=term-missing:skip-covered

bench: $(READY)  ## the figures of benchmarks/README.md
	$(BIN)/python benchmarks/run.py

layouts: $(READY)  ## keep how each new version of a form lies on its pages
	$(BIN)/python tests/keep_layouts.py

clean:  ## what the other targets made
	rm -rf demo-uit build dist .coverage* htmlcov .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests samples benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUNS): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $(RUNS)

$(READY): $(RUNS)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $(READY)
