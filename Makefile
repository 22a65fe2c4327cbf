# The main job:   make brief
# The tests:      make test
SHELL := /bin/bash
MODEL ?= models/nafin/nafin.yaml
OUT ?= out/$(basename $(notdir $(MODEL)))
PREFIX ?= /usr/local
BIN = .build/release/depgraph

.PHONY: brief test lint format setup build release docs bench bench-large soak gallery clean
.PHONY: install uninstall deb check-deb manual changelog
.PHONY: fuzz sanitize patterns

brief: release  ## Reads the model and writes the briefing to out/.
	$(BIN) brief $(MODEL) --output $(OUT)

setup:  ## Installs what is missing (Graphviz's library, fonts).
	@Scripts/setup

build: setup
	swift build

release: setup
	swift build -c release --product depgraph

test: setup  ## Builds and runs every test.
	swift build --build-tests
	swift test --skip-build --disable-xctest

lint:  ## Checks the format of every source file.
	swift format lint --strict --recursive --parallel Package.swift Scripts Sources Tests Benchmarks Fuzzing

format:
	swift format --in-place --recursive --parallel Package.swift Scripts Sources Tests Benchmarks Fuzzing

docs: setup  ## Builds the library's documentation into out/docs.
	Scripts/docs

gallery: release  ## Draws one picture of each kind into docs/gallery/.
	BIN=$(BIN) Scripts/gallery

patterns: release  ## Draws the pictures of docs/guides/patterns.md.
	BIN=$(BIN) Scripts/patterns

bench: setup  ## Measures and prints a table.
	Scripts/bench

bench-large: release  ## Measures models of up to a million components, beside the peers that are installed.
	Scripts/bench-large

fuzz: setup  ## Fuzzes every reader and more, FUZZ_SECONDS (600) each; FUZZ_TARGETS names some.
	Scripts/fuzz

sanitize: setup  ## Runs the tests with the address, thread and undefined-behaviour sanitizers.
	Scripts/sanitize

soak: release  ## Runs the laws for longer, a million random models, and the explorer in a browser.
	DEPGRAPH_SOAK=1 swift test --disable-xctest --filter Laws
	Scripts/differential 1000000
	Scripts/setup-browser
	Tests/Browser/run

install: release  ## Installs the command under PREFIX: models, man page, completions and documents too.
	@BIN=$(BIN) PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Scripts/install

uninstall:  ## Removes what was installed under PREFIX.
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Scripts/install --remove

deb: setup  ## Builds a Debian package and its checksum into out/.
	Scripts/deb

check-deb:  ## Installs that package into a clean Debian, asks it something, and removes it again.
	Scripts/check-deb

manual: release  ## Writes the man page into out/depgraph.1.
	BIN=$(BIN) Scripts/manual > out/depgraph.1

changelog:  ## Writes the changelog, with what is not released yet, into out/CHANGELOG.md.
	Scripts/changelog > out/CHANGELOG.md

clean:
	swift package clean
