# The commands of this repository. `make` alone lists them.
# Each does all set-up it needs on a fresh machine, or says what is missing.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo test browser check lint fmt licences doc bench assets prepare clean

# What `make demo` passes on, as in: make demo ARGS="--listen 127.0.0.1:8080"
ARGS ?=

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: assets ## fill the demo municipality and serve it; the address is printed
	cargo run --locked --package styrbord -- demo $(ARGS)

test: prepare assets ## run every test: domain, ledger on both databases, app, browser
	scripts/test.sh

browser: prepare assets ## run the browser tests alone
	scripts/browser.sh

check: lint doc licences test ## what the build server runs: format, lints, docs, licences, tests

lint: assets ## check format and lints
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings

fmt: ## format the code
	cargo fmt --all

licences: ## check the licences of all dependencies, and advisories where that is possible
	scripts/licences.sh

doc: assets ## build the documentation of the code; a broken link is an error
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --workspace --no-deps --document-private-items

bench: assets ## measure, print, and write docs/performance.md; then the engine beside its peers
	bench/run
	python3 bench/engine/compare.py --seeds 10 200

assets: ## fetch the style sheets, the typefaces and the script that the build embeds
	@scripts/assets.sh

prepare: ## install what the tests need (Debian), or say what is missing
	@scripts/prepare.sh

clean: ## remove what was built and fetched, and the demo's data
	cargo clean
	rm -rf app/assets/vendor app/assets/node_modules tests/browser/node_modules styrbord-demo
