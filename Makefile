# The commands of this project; `make` alone lists them. Works with GNU make 3.81 and later, and with any POSIX sh.
#
# Everything is installed into .venv, from requirements.lock, when a command first needs it. Files in .venv tell
# what was done, so that the next command starts at once: no pip, no network.

# Which brief, and which formats of it, such as FORMATS=docx,pdf (empty: all that the brief declares).
BRIEF = us-china-ai-rivalry
FORMATS =
# Which reader of tests/fuzz/test_readers.py `make fuzz` feeds.
READER = narrative
# More words for the command that a target runs, such as  make test ARGS="-k rivals".
ARGS =
# The Python to make .venv with, such as /usr/bin/python3.12 (empty: found by scripts/find-python; to change it
# later, `make distclean` first).
PYTHON ?=

VENV = .venv
MADE = $(VENV)/made.done
RUNTIME = $(VENV)/runtime.done
DEVELOPMENT = $(VENV)/development.done
SYSTEM = $(VENV)/system.done
# What only the programs need that builds are measured against.
OTHERS = .benchmarks/packages

# By way of the interpreter, so that neither a long path nor a space in it breaks the scripts' first line. The
# variable is for Homebrew's and MacPorts' libraries: macOS takes it from programs of its own, such as this make
# and its shell, so that it has to stand in the command.
LIBRARIES = DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib:/opt/local/lib:/usr/lib
PY = $(LIBRARIES) $(VENV)/bin/python
AIBRIEF = $(PY) $(VENV)/bin/aibrief
PIP = $(VENV)/bin/python -m pip --disable-pip-version-check --quiet
# Wheels only: what is built from source would bring tools that no hash in the lock covers.
INSTALL = $(PIP) install --only-binary :all: --require-hashes --requirement

# Pango and its relations are needed for PDF only.
PDF = $(if $(FORMATS),$(findstring pdf,$(FORMATS)),pdf)

.SUFFIXES:
.PHONY: help install brief briefs test torture fuzz conformance gallery benchmark check system lock clean distclean purge FORCE

help:  ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "  BRIEF=name picks the brief (now $(BRIEF)), FORMATS=docx,pdf its formats, ARGS=... is passed on."

install: $(RUNTIME) $(if $(PDF),$(SYSTEM))  ## Make .venv/bin/aibrief (the other commands do so by themselves)

brief: $(RUNTIME) $(if $(PDF),$(SYSTEM))  ## Build one brief into out/: make brief BRIEF=name FORMATS=docx,pdf
	@$(AIBRIEF) build "$(BRIEF)" $(if $(FORMATS),--formats "$(FORMATS)") $(ARGS)

briefs: $(RUNTIME) $(if $(PDF),$(SYSTEM))  ## Build every brief of templates/
	@$(AIBRIEF) build --all $(if $(FORMATS),--formats "$(FORMATS)") $(ARGS)

test: $(DEVELOPMENT) $(SYSTEM)  ## Run the tests
	@$(PY) -m pytest -n auto -m "not conformance and not torture" $(ARGS)

torture: $(DEVELOPMENT) $(SYSTEM)  ## Kill, fill, corrupt and fuzz at length, and report figures (half an hour)
	@$(PY) -m pytest -n auto -m torture $(ARGS)

fuzz: $(DEVELOPMENT)  ## Fuzz one reader by coverage: make fuzz READER=drawing (see tests/fuzz/guided.py)
	@$(PY) -m tests.fuzz.guided "$(READER)" $(ARGS)

conformance: $(DEVELOPMENT) $(SYSTEM)  ## Run the tests that need LibreOffice, Java, Node or Chromium
	@$(PY) scripts/verapdf.py || true
	@$(PY) -m pytest -m conformance $(ARGS)

gallery: $(DEVELOPMENT) $(SYSTEM)  ## Make the pictures of docs/gallery anew (some need LibreOffice or Chromium)
	@$(PY) scripts/gallery.py

benchmark: $(RUNTIME) $(SYSTEM) $(OTHERS).done  ## Measure builds against other programs (twelve minutes; ARGS=--quick: two)
	@$(PY) -m benchmarks $(if $(findstring --quick,$(ARGS)),,--write) $(ARGS)

check: $(DEVELOPMENT)  ## Lint, formatting, types, and the layers of ARCHITECTURE.md
	$(VENV)/bin/python -m ruff check .
	$(VENV)/bin/python -m ruff format --check .
	$(VENV)/bin/python -m mypy
	$(VENV)/bin/python $(VENV)/bin/lint-imports

system: $(MADE)  ## Look for the libraries that a PDF needs, and install or name them
	@$(PY) scripts/system_libraries.py pdf && touch $(SYSTEM) && echo "All that a PDF needs is there."

lock: $(MADE)  ## Write requirements.lock and requirements-dev.lock anew (UPGRADE=1 for the latest of all)
	@$(VENV)/bin/python scripts/lock.py $(if $(UPGRADE),--upgrade)

# Versions stay: others cite them, and trace, recall and outdated read them.
clean:  ## Remove caches and what packaging left (versions in out/ and .venv stay)
	rm -rf out/.cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find src tests scripts -name __pycache__ -prune -exec rm -rf {} +

distclean: clean  ## Remove .venv as well (versions in out/ stay)
	rm -rf $(VENV) .benchmarks

# What begins with a dot (the cache, .gitkeep) is no brief.
PUBLISHED = find out -mindepth 1 -maxdepth 1 ! -name '.*'
purge:  ## List what out/ holds; make purge CONFIRM=1 removes it, copies that were sent too (published/ stays)
	@$(PUBLISHED) | sort | while read -r brief; do \
	  count=$$(find "$$brief" -mindepth 1 -maxdepth 1 -type d ! -name '.*' ! -name sent ! -name copies | wc -l | tr -d ' '); \
	  echo "$$brief: $$count version$$([ "$$count" = 1 ] || echo s)"; \
	done
ifeq ($(CONFIRM),1)
	@$(PUBLISHED) -exec rm -rf {} + && echo "removed"
else
	@echo "nothing was removed; make purge CONFIRM=1 removes all of them for good"
endif

# What was installed belongs to its folder and its Python: in a moved or copied project, and where the Python has
# gone, .venv is made anew.
ifneq ($(realpath $(VENV)/here)$(if $(realpath $(VENV)/bin/python),,-),$(realpath .))
$(MADE): FORCE
endif

# Asks for all that the system lacks before anything is written, so that nobody has to install things twice.
$(MADE):
	@rm -rf $(VENV)
	@python="$$(PYTHON="$(PYTHON)" sh scripts/find-python)" && \
	  $(LIBRARIES) "$$python" scripts/system_libraries.py venv $(PDF) && \
	  echo "Making $(VENV) with $$python" && \
	  "$$python" -m venv $(VENV) && ln -s "$$(pwd -P)" $(VENV)/here && touch $@

# What is compiled here need not be compiled at the first start, or at every one where Python may write nothing.
$(RUNTIME): requirements.lock pyproject.toml $(MADE)
	@echo "Installing requirements.lock into $(VENV) (the first time takes a minute)"
	@$(INSTALL) requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(VENV)/bin/python -m compileall -q src
	@touch $@

$(DEVELOPMENT): requirements-dev.lock $(RUNTIME)
	@echo "Installing requirements-dev.lock into $(VENV)"
	@$(INSTALL) requirements-dev.lock
	@touch $@

$(SYSTEM): $(MADE)
	@$(PY) scripts/system_libraries.py pdf && touch $@

# Beside .venv, not in it: no brief may come to rest on them. The rest of what they need they find there.
$(OTHERS).done: benchmarks/requirements.txt $(RUNTIME)
	@echo "Installing benchmarks/requirements.txt into $(OTHERS)"
	@rm -rf $(OTHERS) && mkdir -p $(OTHERS)
	@$(INSTALL) benchmarks/requirements.txt --no-deps --target $(OTHERS)
	@touch $@
