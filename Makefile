CARGO_BIN := $(or $(CARGO_HOME),$(HOME)/.cargo)/bin
export PATH := $(CARGO_BIN):$(CURDIR)/.tools/node_modules/.bin:$(PATH)
export PORT ?= 8080

.PHONY: help run dist test lint library browser interop deny bench clean

help:
	@echo 'make run      install what is missing, build, serve, print the address (PORT=8080)'
	@echo 'make dist     the static site in dist/, for any host and any folder'
	@echo 'make test     everything that must pass: lint, library, interop, dist, browser, deny'
	@echo 'make lint     rustfmt and clippy, for the library and for the app'
	@echo 'make library  the native tests'
	@echo 'make interop  our files read by other programs, and theirs by us'
	@echo 'make browser  the app in a browser, from dist/ (ONLY=file to choose)'
	@echo 'make deny     licences, sources and advisories of the dependencies'
	@echo 'make bench    measures, as a table and in target/bench/'
	@echo 'make clean    takes away dist/ and the compiler'\''s work'

run: dist
	@node .ci/build/serve.mjs

dist:
	@.ci/setup build
	env -u NO_COLOR trunk build
	@node .ci/build/size.mjs

lint:
	cargo fmt --check
	cargo clippy --all-targets --no-default-features --locked -- -D warnings
	cargo clippy --target wasm32-unknown-unknown --locked -- -D warnings

library:
	cargo test --no-default-features --locked

interop:
	@.ci/setup interop
	cargo build --no-default-features --locked --examples
	.tools/interop/bin/python tests/interop/run.py $(or $(CARGO_TARGET_DIR),target)/debug/examples

browser:
	@.ci/setup browser
	cd tests/browser && npx playwright test $(ONLY)

deny:
	@.ci/deny

test:
	@.ci/setup build interop browser
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory library
	@$(MAKE) --no-print-directory interop
	@$(MAKE) --no-print-directory dist
	@$(MAKE) --no-print-directory browser
	@$(MAKE) --no-print-directory deny

bench: dist
	@.ci/setup browser
	@if [ -f tests/bench/run.mjs ]; then node tests/bench/run.mjs; else echo 'There is no bench yet.'; fi

clean:
	cargo clean
	rm -rf dist
