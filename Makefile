# Two commands matter: `make run` serves the dashboard, `make test` checks everything.

PORT ?= 8501
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --no-input
CODE := dashboard.py components pages promotion tests
PRODUCT := $(wildcard dashboard.py) components pages promotion
QUERIES := $(wildcard queries/*/*.sql)
CATALOGUE := promotion/locale/zh/LC_MESSAGES/messages.po
TEMPLATE := $(VENV)/messages.pot

ifneq ($(DATA),)
export PROMOTION_DATA := $(DATA)
endif
ifneq ($(MARTS),)
export PROMOTION_MARTS := $(MARTS)
endif

# Installs the Debian packages named in $$missing where we may, else says what to install.
INSTALL_MISSING = if [ -n "$$missing" ]; then \
	if [ "$$(id -u)" = 0 ]; then as_root=""; \
	elif sudo -n true 2>/dev/null; then as_root="sudo -n"; \
	else as_root=none; fi; \
	if [ "$$as_root" = none ] || ! command -v apt-get >/dev/null; then \
		echo "This machine lacks:$$missing. Please install it and run make again, for example" >&2; \
		echo "    sudo apt-get install$$missing" >&2; \
		exit 1; \
	fi; \
	echo "Installing with apt-get:$$missing"; \
	$$as_root apt-get update -qq && $$as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends $$missing >/dev/null; fi

.PHONY: help run test test-cluster lint format bench load mangled audit messages code-book pictures clean browser

help:  ## this list
	@echo "make TARGET, where TARGET is one of:"
	@sed -n 's/^\([a-z-]*\):.*## /  \1	/p' Makefile | expand -t 14

run: $(VENV)/run.stamp  ## serve the dashboard at http://localhost:8501 (PORT=, DATA=ledgers or MARTS=marts)
	@[ -z "$(MARTS)" ] || [ -f "$(MARTS)/manifest.json" ] || { echo "There are no marts in" \
		"$(MARTS). They are built by: python -m promotion build --out $(MARTS)" >&2; exit 1; }
	@[ -z "$(DATA)" ] || [ -d "$(DATA)" ] || { echo "There is no folder $(DATA)." >&2; exit 1; }
	@MALLOC_ARENA_MAX=2 exec $(BIN)/python -m streamlit run dashboard.py --server.port "$(PORT)"

test: lint browser  ## install what tests need and run everything: lint, unit, page and browser tests
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile --ignore=tests/cluster

# Tests start Python more than a hundred times, and each would compile the product again.
test: export PYTHONDONTWRITEBYTECODE :=

test-cluster: $(VENV)/spark.stamp  ## build marts on a Spark cluster of this machine, and compare them
	@missing=""; command -v java >/dev/null || missing=" openjdk-17-jre-headless"; $(INSTALL_MISSING)
	SPARK_LOCAL_IP=127.0.0.1 $(BIN)/python -m pytest tests/cluster

lint: $(VENV)/test.stamp $(VENV)/queries.stamp  ## check format and style of Python and SQL
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)

format: $(VENV)/test.stamp  ## put Python and SQL into the house format
	$(BIN)/ruff check --fix --exit-zero --quiet $(CODE)
	$(BIN)/ruff format $(CODE)
	$(BIN)/sqlfluff fix --quiet queries

bench: browser  ## measure how fast it is, against the floor
	$(BIN)/python -m tests.bench

load: $(VENV)/test.stamp  ## measure a room of 30 readers changing filters for ten minutes (DATA=)
	$(BIN)/python -m tests.bench.load $(if $(DATA),--data "$(DATA)")

mangled: $(VENV)/test.stamp  ## read 10,000 mangled ledgers and open 2,000 mangled links
	$(BIN)/python -m tests.mangled --files 10000 --links 2000

audit: $(VENV)/test.stamp  ## ask for known weaknesses of all packages (needs pypi.org, or a mirror of its data)
	@$(BIN)/pip-audit --strict --local --progress-spinner off || \
		{ echo "The packages are not audited, or have weaknesses: see above. Without" \
		"https://pypi.org nothing can be known of them; run this where it can be reached." >&2; exit 1; }

messages: $(VENV)/run.stamp  ## bring the Chinese catalogue up to date with the words in the code
	$(BIN)/pybabel --quiet extract --keywords=N_ --no-location --sort-output \
		--project=promotion --copyright-holder="the contributors" --output-file=$(TEMPLATE) $(PRODUCT)
	$(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date \
		--width=100 --locale=zh --input-file=$(TEMPLATE) --output-file=$(CATALOGUE) --init-missing

code-book: $(VENV)/run.stamp  ## bring the dictionary in data/README.md up to date
	$(BIN)/python -m promotion.code_book

pictures: browser  ## take the documents' pictures anew
	$(BIN)/python -m tests.browser.document_pictures

clean:  ## remove .venv and everything else that make has made
	rm -rf $(VENV) .hypothesis .pytest_cache .ruff_cache
	find . -name __pycache__ -not -path "./.git/*" -prune -exec rm -rf {} +

# What runs. Made anew when the requirements change, so that nothing old stays behind.
$(VENV)/run.stamp: requirements.txt
	@[ -n "$(PYTHON)" ] && $(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
		{ echo "Python 3.11 or newer is needed: sudo apt-get install python3" >&2; exit 1; }
	@missing=""; $(PYTHON) -c "import ensurepip" 2>/dev/null || missing=" python3-venv"; \
		$(INSTALL_MISSING)
	@echo "Installing into $(VENV): a minute or two, once"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install --requirement requirements.txt
	@touch $@

# What tests, on top of what runs.
$(VENV)/test.stamp: $(VENV)/run.stamp requirements-dev.txt
	@$(PIP) install --requirement requirements-dev.txt
	@touch $@

# What builds marts on a cluster: nobody else needs it, and it is large.
$(VENV)/spark.stamp: $(VENV)/test.stamp requirements-spark.txt
	@$(PIP) install --requirement requirements-spark.txt
	@touch $@

# The queries as they were when they last passed: to check them takes as long as many tests.
$(VENV)/queries.stamp: $(VENV)/test.stamp .sqlfluff $(QUERIES)
	$(BIN)/sqlfluff lint --processes=0 queries
	@touch $@

# The browser that the tests drive, a library its driver needs, a font for the Chinese in pictures,
# what reads PDF files back.
browser: $(VENV)/test.stamp
	@missing=""; \
		$(BIN)/python -m playwright --version >/dev/null 2>&1 || missing="$$missing libatomic1"; \
		command -v chromium >/dev/null || missing="$$missing chromium"; \
		command -v pdftotext >/dev/null || missing="$$missing poppler-utils"; \
		fc-list :lang=zh 2>/dev/null | grep -q . || missing="$$missing fontconfig fonts-noto-cjk"; \
		$(INSTALL_MISSING)
