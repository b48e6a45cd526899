# Every target sets the machine up first, and that costs nothing when it is done.
.DEFAULT_GOAL := help
.PHONY: help setup setup-tests run test test-without-qt check bench bench-gate proof shots words sbom audit clean
MAKEFLAGS += --no-print-directory
BIN := .venv/bin
WORKERS ?= 2
GATHER := -tr-function-alias QT_TR_NOOP+=marked -locations none -no-obsolete -sort-messages -extensions py app/ui

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  %-17s %s\n", $$1, $$2 }'

setup: ## Make .venv from uv.lock; install Qt's system libraries where they are missing
	@packaging/bootstrap

setup-tests:
	@packaging/bootstrap --tests

run: setup ## Open the demo floor: engine, simulated dialers and the window (20 s offscreen without a display)
	@exec $(BIN)/dialfloor demo

test: setup-tests ## Run every test
	@$(BIN)/pytest -n $(WORKERS) --dist loadfile

test-without-qt: setup-tests ## Run all but tests/ui as on a machine that has no Qt
	@DIALFLOOR_WITHOUT_QT=1 $(BIN)/pytest -p no:pytest-qt -n $(WORKERS) --dist loadfile --ignore tests/ui --ignore tests/e2e

check: setup-tests ## Lint, format, types, import contracts, and the fast tests
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/pytest -n $(WORKERS) --dist loadfile $(wildcard tests/unit tests/contract)

bench: setup-tests ## Measure ours against the yardsticks and the peers, in one run of half an hour
	@$(BIN)/python -m tests.bench

bench-gate: setup-tests ## Compare ratios with the floors that are checked in, in a minute or two; fails on what got worse
	@$(BIN)/python -m tests.bench --gate

proof: setup-tests ## Try to break it at length: model against oracle, a month's trace, faults injected for real
	@$(BIN)/python -m tests.proof

shots: setup-tests ## Take pictures of every state of the window, into build/shots
	@$(BIN)/python -m tests.shots

words: setup ## Gather the window's texts into resources/i18n/*.ts, and compile what is translated
	@$(BIN)/pyside6-lupdate -silent $(GATHER) -ts resources/i18n/dialfloor_es.ts
	@$(BIN)/pyside6-lupdate -silent -pluralonly $(GATHER) -ts resources/i18n/dialfloor_en.ts
	@for words in resources/i18n/*.ts; do $(BIN)/pyside6-lrelease -silent $$words; done

sbom: setup-tests ## Write what is shipped, with licences and hashes, to build/sbom.json (CycloneDX)
	@$(BIN)/python -m tests.proof.sbom

audit: setup-tests ## Look what is shipped up among known vulnerabilities, and check its licences
	@$(BIN)/python -m tests.proof.audit

clean: ## Remove what was built, and the environments
	rm -rf build .venv .venv-tools .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
