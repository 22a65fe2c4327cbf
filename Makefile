# The main job:   make brief
# The tests:      make test
SHELL := /bin/bash
MODEL ?= models/nafin/nafin.yaml
OUT ?= out/$(basename $(notdir $(MODEL)))
PREFIX ?= /usr/local
BIN = .build/release/depgraph

.PHONY: brief test lint format setup build release docs bench bench-large fuzz sanitize soak install gallery clean

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
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks Fuzzing

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks Fuzzing

docs: setup  ## Builds the library's documentation into out/docs.
	Scripts/docs

gallery: release  ## Draws one picture of each kind into docs/gallery/.
	BIN=$(BIN) Scripts/gallery

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

install: release  ## Installs the command under PREFIX.
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BIN) "$(DESTDIR)$(PREFIX)/bin/depgraph"
	install -d "$(DESTDIR)$(PREFIX)/share/depgraph"
	cp -R models/rules models/criteria models/clocks models/escalation models/maps "$(DESTDIR)$(PREFIX)/share/depgraph/"

clean:
	swift package clean
