# The only door. `make run` serves the site, `make test` proves it; both need nothing but python3 and make.
PYTHON ?= python3
BIN := .venv/bin
export DATABASE_URL PORT PERSONS

.PHONY: run test check fix bench lock messages

run: ; @$(PYTHON) bin/prepare run && exec $(BIN)/relais serve --prepare

test: ; @$(PYTHON) bin/prepare test && exec $(BIN)/python bin/test

check: ; @$(PYTHON) bin/prepare test && exec $(BIN)/python bin/test --static

fix:
	@$(PYTHON) bin/prepare test
	$(BIN)/ruff check --fix -q . && $(BIN)/ruff format -q .

# `make bench ONLY='charts rights' PERSONS=12000000`: some parts of it, and as many persons too.
bench: ; @$(PYTHON) bin/prepare test && $(PYTHON) bin/prepare bench && exec $(BIN)/python -m bench $(ONLY)

messages:
	@$(PYTHON) bin/prepare test
	@$(BIN)/python manage.py makemessages -l nl -l fr --no-obsolete -e html,txt,py,svg --no-location --no-wrap -i '.venv*' -i var -i docs -i data
	@grep -rl --include=django.po POT-Creation-Date locale src | xargs -r sed -i '/^"POT-Creation-Date/d'  # a clock is no news

lock:
	@$(PYTHON) bin/prepare test
	for peer in openfisca policyengine ttsim statsmodels; do $(BIN)/uv pip compile -q --universal --upgrade --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links -o requirements/bench/$$peer.txt --group bench-$$peer || exit; done
	$(BIN)/uv pip compile -q --universal --upgrade --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links -o requirements/run.txt pyproject.toml --group build
	$(BIN)/uv pip compile -q --universal --upgrade --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links -o requirements/test.txt pyproject.toml --group build --group test --group bench --extra bulk --extra sdmx --extra compiled
