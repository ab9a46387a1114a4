# Two commands are enough: `make run` and `make test`. Everything they need is set up by themselves.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

.PHONY: run dev test test-unit test-e2e check format lint types rules migrations secrets bench bench-quick quality lock libraries chromium servers clean help

help:  ## what there is
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | sort

run: $(VENV)/.run libraries  ## set everything up and serve on PORT (3000)
	@$(BIN)/python -m careercoach serve

dev: $(VENV)/.dev libraries  ## the same with hot reload
	@$(BIN)/python -m careercoach migrate
	@REFLEX_HOT_RELOAD_OVERRIDE_PATHS=$(CURDIR)/careercoach $(BIN)/reflex run --frontend-port $${PORT:-3000} --backend-port $$(( $${PORT:-3000} + 1 ))

test: $(VENV)/.dev libraries chromium servers  ## the whole suite: fast tests, then browser journeys
	$(BIN)/python -m pytest tests --ignore=tests/e2e -m "not slow" -n 2 --dist loadfile
	$(BIN)/python -m pytest tests --ignore=tests/e2e -m slow -n 2 --dist loadfile
	$(BIN)/python -m pytest tests/e2e

test-unit: $(VENV)/.dev  ## fast tests only
	$(BIN)/python -m pytest tests --ignore=tests/e2e -m "not slow" -n 2 --dist loadfile

check: $(VENV)/.dev servers  ## format, lint, types, import contracts, house rules, migrations, secrets
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/house tests/migrations
	$(BIN)/python -m tests.house.secrets

format: $(VENV)/.dev  ## rewrite the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev libraries  ## measure every goal beside its raw counterpart
	$(BIN)/python -m bench

bench-quick: $(VENV)/.dev  ## the same in about two minutes
	$(BIN)/python -m bench --quick

quality: $(VENV)/.dev  ## how well resumes are read and jobs are matched
	$(BIN)/python -m tests.resumes_lab.score
	$(BIN)/python -m tests.match_lab

lock: $(VENV)/.dev  ## resolve requirements into pinned files with hashes
	$(BIN)/uv pip compile --universal --generate-hashes --no-header -p 3.11 requirements.txt -o requirements.lock
	$(BIN)/uv pip compile --universal --generate-hashes --no-header -p 3.11 requirements-dev.txt -o requirements-dev.lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("CareerCoach needs Python 3.11 or newer; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock requirements-build.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock -r requirements-build.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/.run

# What pip cannot bring: the libraries that WeasyPrint draws with. As root on Debian they are installed.
libraries:
	@$(PYTHON) scripts/system_packages.py libraries

chromium:
	@$(PYTHON) scripts/system_packages.py chromium

servers:
	@$(PYTHON) scripts/system_packages.py servers

clean:  ## remove everything that was made, but not the data
	rm -rf $(VENV) .web .states .pytest_cache .ruff_cache .hypothesis
