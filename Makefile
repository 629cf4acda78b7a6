# Everything sets itself up: `make demo` and `make test` work right after a clone, with Python 3.11 or newer.
# Another interpreter: make PYTHON=/path/to/python3.12 …   Another place for the environment: make VENV=…

VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# The first that runs and is new enough: a name on the PATH may be a shim with nothing behind it. Debian ships the
# interpreter without the module venv, so one that has it goes first.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
HAS_VENV := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for code in '$(HAS_VENV)' '$(NEW_ENOUGH)'; do \
	for name in python3.13 python3.12 python3.11 python3 python3.14; do \
		"$$name" -c "$$code" >/dev/null 2>&1 && echo "$$name" && exit; done; done)

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup demo test lint accuracy fuzz lock clean

help:  ## list what there is
	@sed -n 's/^\([a-z]*\):.*##  *\(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

setup: $(READY)  ## make the virtual environment with the pinned packages (the others do it by themselves)

demo: $(READY)  ## the whole thing on an embedded mail server with sample mails; needs no account
	@$(BIN)/mailworker demo

# A worker a core, each with servers of its own; more than four would only wait for the disk.
test: lint  ## linter, types, import contract and all tests; ARGS="-k name" chooses some
	@$(BIN)/pytest -n auto --maxprocesses 4 --dist worksteal $(ARGS)

lint: $(READY)  ## linter, format, types and import contract
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

accuracy: $(READY)  ## how well the sample corpus is understood
	@$(BIN)/python tests/accuracy.py

fuzz: $(READY)  ## look for examples that break a property, with other ones each time (some minutes)
	@$(BIN)/pytest -m hypothesis --hypothesis-profile=search --timeout=3600 $(ARGS)

lock: $(READY)  ## pin the newest versions that pyproject.toml allows, with hashes
	@$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --universal --generate-hashes --upgrade \
		--no-emit-index-url --no-header --no-annotate --quiet -o requirements.lock

clean:  ## remove the environment and all caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" && "$(PYTHON)" -c '$(NEW_ENOUGH)' 2>/dev/null || { echo "Python 3.11 or newer is needed\
	 (apt-get install python3 python3-venv), or name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c '$(HAS_VENV)' 2>/dev/null || { echo "The Python module venv is missing:\
	 apt-get install $$("$(PYTHON)" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')" >&2; exit 1; }
	@echo "Installing the pinned packages into $(VENV); the first time takes about a minute."
	@$(BIN)/python -c '$(NEW_ENOUGH)' 2>/dev/null || "$(PYTHON)" -m venv --clear $(VENV)
	@export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore; \
	$(BIN)/python -m pip install -qq --require-hashes -r requirements.lock && \
	$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e . || { \
	echo "The packages could not be installed, see above: is a package index within reach?" >&2; exit 1; }
	@$(BIN)/python -m compileall -q mailworker
	@touch $@
