# make help lists what there is. All that is needed is Python 3.11 or newer with venv; PYTHON= names one.

DOCS ?= docs
OUT ?= site
STRICT ?= 1
PORT ?=
PYTHON ?=
RAW ?= ../shared/notes
export DOCS OUT STRICT PORT PYTHON RAW

python = .venv/bin/python

.PHONY: help serve site test bench lock clean environment test-environment

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(firstword $(MAKEFILE_LIST)) | while IFS='	' read -r name what; do \
		printf '  make %-8s %s\n' "$$name" "$$what"; done

serve: environment ## preview that follows every edit, its address printed [DOCS=dir] [PORT=n]
	@exec $(python) -m moa.preview

site: environment ## build the site strictly, and replace the old one only if it is good [DOCS=dir] [OUT=dir] [STRICT=0]
	@exec $(python) -m moa.publish

test: test-environment ## everything: style, types, moa check, the site, units, browser [RAW=dir]
	@exec .make/test

bench: environment ## what folding, references and the import of 1,000 notes cost
	@$(python) benchmarks/folding.py
	@$(python) benchmarks/references.py
	@exec $(python) benchmarks/importing.py

lock: test-environment ## compile requirements*.in to exact versions with hashes [UPGRADE=1]
	@exec .make/lock

clean: ## remove what was made here: .venv/, site/, caches
	rm -rf .venv site .moa .mypy_cache .ruff_cache .pytest_cache .hypothesis hooks/*.egg-info
	find hooks tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

environment:
	@.make/environment requirements.txt

test-environment:
	@.make/environment requirements.txt requirements-dev.txt
