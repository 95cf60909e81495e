# One virtual environment in .venv serves every target; nothing else is needed but Python 3.11+.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
FORMS := plan calendar diff check

.PHONY: demo test check format accuracy formats bench schema rules samples clean

demo: $(READY)  ## set up and parse a sample
	$(BIN)/duplan parse samples/2020计划.docx

test: $(READY)  ## set up and run the tests
	$(BIN)/python -m pytest

check: $(READY)  ## format, lint, types, import layers, tests, schema drift
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest
	for form in $(FORMS); do $(BIN)/duplan schema $$form | cmp - schemas/$$form-1.0.schema.json || exit 1; done

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

accuracy: $(READY)  ## figures against ../shared and our own gold labels
	$(BIN)/python checks/accuracy.py
	$(BIN)/python checks/months.py
	$(BIN)/python checks/due.py
	$(BIN)/python checks/comparing.py
	$(BIN)/python checks/findings.py
	$(BIN)/python checks/script.py
	$(BIN)/python checks/docx_labels.py
	$(BIN)/python checks/docx_renderer.py
	$(BIN)/python checks/docx_characters.py

formats: $(READY)  ## figures on what LibreOffice saves in other formats and numbers; skipped without it
	$(BIN)/python checks/docx_numbering.py
	$(BIN)/python checks/formats.py

bench: $(READY)  ## speed, as ratios in one run
	$(BIN)/pip install --quiet -e '.[bench]'
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/hostile.py
	$(BIN)/python benchmarks/library.py
	$(BIN)/python benchmarks/matching.py
	$(BIN)/python benchmarks/matching_speed.py
	$(BIN)/python benchmarks/edits.py
	$(BIN)/python benchmarks/checking.py

schema: $(READY)  ## write the published schema from the models
	for form in $(FORMS); do $(BIN)/duplan schema $$form > schemas/$$form-1.0.schema.json; done

rules: $(READY)  ## write docs/rules from the rules
	$(BIN)/python tools/make_rules.py

samples: $(READY)  ## write the docx samples and refresh the expected results
	$(BIN)/python tools/make_samples.py
	$(BIN)/python -m pytest -q tests/test_samples.py --refresh-samples

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@
