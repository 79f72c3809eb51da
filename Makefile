# The commands of the project. `make help` lists them.

PORT ?= 8000
HOST ?= 127.0.0.1
WORKERS ?= 2
VENV := .venv
PY := $(VENV)/bin/python
VAR := $(or $(UNIONARCHIVE_VAR),var)

.DEFAULT_GOAL := help
.PHONY: help serve setup test test-fast lint format messages lock clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

serve: setup ## Set everything up and serve the archive on http://127.0.0.1:8000 (PORT= changes it)
	@echo "==> Serving on http://$(HOST):$(PORT)/  (stop with Ctrl-C)"
	@exec $(VENV)/bin/gunicorn unionarchive.wsgi --bind $(HOST):$(PORT) --workers $(WORKERS) --threads 4 --limit-request-line 8190 --no-control-socket \
		$(if $(wildcard /dev/shm),--worker-tmp-dir /dev/shm) --access-logfile - --access-logformat '%(h)s "%(r)s" %(s)s %(b)s %(L)ss'

setup: $(VENV)/.installed ## Set everything up without serving: database, documents, index, editor, static files
	@$(PY) manage.py prepare

$(VENV)/.installed: requirements.txt
	@echo "==> Installing the packages of requirements.txt into $(VENV)"
	@test -x $(PY) || python3 -m venv $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.tested: requirements.txt tests/requirements.txt $(VENV)/.installed
	@echo "==> Installing the packages of tests/requirements.txt into $(VENV)"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	@touch $@

test: $(VENV)/.tested ## Run the tests
	@$(PY) -m pytest $(PYTEST)

lint: $(VENV)/.tested ## Check style, types, templates and migrations
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy .
	$(VENV)/bin/djlint --check --lint --quiet unionarchive/templates
	$(PY) manage.py makemigrations --check --dry-run

format: $(VENV)/.tested ## Put code and templates into the project's form
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .
	$(VENV)/bin/djlint --reformat --quiet unionarchive/templates

messages: $(VENV)/.tested ## Collect the interface's strings for translation and compile them (needs gettext)
	$(PY) manage.py makemessages --locale zh_Hans --no-obsolete --no-wrap --add-location file --ignore "$(VENV)/*" --ignore "tests/*"
	$(PY) manage.py compilemessages --locale zh_Hans --ignore "$(VENV)/*"

lock: $(VENV)/.tested ## Pin every package of both requirements.in files anew, with hashes
	$(VENV)/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --output-file requirements.txt requirements.in
	$(VENV)/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --output-file tests/requirements.txt tests/requirements.in

clean: ## Remove what the tools made; the archive in var/ stays
	rm -rf .pytest_cache .ruff_cache .mypy_cache .hypothesis
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +
