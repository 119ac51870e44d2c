# make help lists what there is. All that is needed is Python 3.11 or newer with venv; PYTHON= names one.

DOCS ?= docs
OUT ?= site
STRICT ?= 1
PORT ?=
PYTHON ?=
RAW ?= ../shared/notes
export DOCS OUT STRICT PORT PYTHON RAW

python = .venv/bin/python

.PHONY: help serve site overlaps test bench lock clean environment overlaps-environment test-environment bench-environment

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(firstword $(MAKEFILE_LIST)) | while IFS='	' read -r name what; do \
		printf '  make %-8s %s\n' "$$name" "$$what"; done

serve: environment ## preview that follows every edit, its address printed [DOCS=dir] [PORT=n]
	@exec $(python) -m moa.preview

site: environment ## build the site strictly, and replace the old one only if it is good [DOCS=dir] [OUT=dir] [STRICT=0]
	@exec $(python) -m moa.publish

overlaps: overlaps-environment ## propose which sections of different notes tell the same [DOCS=dir]
	@exec .venv/bin/moa overlaps --docs "$$DOCS"

test: test-environment ## everything: style, types, moa check, the site, units, browser [RAW=dir]
	@exec .make/test

bench: bench-environment ## what folding, references, overlaps, search and imports cost, how good overlaps and search are
	@$(python) benchmarks/folding.py
	@$(python) benchmarks/references.py
	@$(python) -m benchmarks.overlaps.quality
	@$(python) -m benchmarks.overlaps.scaling
	@$(python) -m benchmarks.search.bench
	@exec $(python) benchmarks/importing.py

lock: test-environment ## compile requirements*.in to exact versions with hashes [UPGRADE=1]
	@exec .make/lock

clean: ## remove what was made here: .venv/, site/, caches
	rm -rf .venv site .moa .mypy_cache .ruff_cache .pytest_cache .hypothesis hooks/*.egg-info
	find hooks tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

environment:
	@.make/environment requirements.txt

overlaps-environment:
	@.make/environment requirements.txt requirements-overlaps.txt

test-environment:
	@.make/environment requirements.txt requirements-overlaps.txt requirements-dev.txt

bench-environment:
	@.make/environment requirements.txt requirements-overlaps.txt requirements-dev.txt requirements-bench.txt
