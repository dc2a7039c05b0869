# Every target makes .venv and installs the project by itself; only Python (3.11 to 3.14) and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint bench docs handbook conformance clean

# The main job: why a cadre may or may not be promoted, and three more questions, explained in Chinese.
demo: $(VENV)/.run
	@for record in promotion-short promotion-met rotation-due last-place-twice tolerance-two-incidents; do \
	  command=$$(sed -n 's/^# cadre-rules //p' examples/records/$$record.yaml); \
	  echo "$$ cadre-rules $$command"; echo; $(BIN)/cadre-rules $$command || exit 1; echo; echo; \
	done

# Everything that must hold: style, types, import order, tests; those check the packs and run their cases.
test: lint
	@$(BIN)/python -m pytest -n 2

lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# Speed, measured and printed; never asserted.
bench: $(VENV)/.dev
	@$(BIN)/python -m benchmarks

# What is generated: the tables of facts, the schemas, the conformance report.
docs: $(VENV)/.dev
	@$(BIN)/python -m cadre_rules.vocabulary.tables docs
	@$(BIN)/python -m tests.conformance --write

# The packs as web pages in both languages, to be read without a network.
handbook: $(VENV)/.dev
	@$(BIN)/cadre-rules handbook --out build/handbook

# The conformance figures alone.
conformance: $(VENV)/.dev
	@$(BIN)/python -m tests.conformance

$(VENV)/.run: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 15) else "Python 3.11 to 3.14 is needed; set PYTHON=python3.13, say. 需要 Python 3.11 至 3.14，例如 make demo PYTHON=python3.13")'
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml $(VENV)/.run
	@$(PIP) --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) build dist
