# Everything one does with the project. `make demo` and `make test` need nothing but the Swift toolchain:
# they install the system packages themselves.
SWIFT ?= swift
SOURCES = Package.swift Sources Tests Benchmarks Examples

.PHONY: demo test build release setup format lint check docs reference goldens conformance compare torture bench fuzz clean

demo: release ## Read all six Gong streams from the simulator
	scripts/demo

test: setup ## Run every test
	$(SWIFT) test

build: setup ## Build for development
	$(SWIFT) build

release: setup ## Build the engine and the simulator as they are shipped
	@SWIFT=$(SWIFT) scripts/build-release engine gong-simulator

setup: ## Install what the build needs beside Swift
	@scripts/setup

format: ## Format all sources
	$(SWIFT) format --recursive --parallel --in-place $(SOURCES)

docs: setup ## Write the documentation of the library to .build/docs
	SWIFT=$(SWIFT) scripts/docs

reference: setup ## Write docs/reference again, from the declarations of the types
	RECORD_REFERENCE=1 $(SWIFT) test --filter LanguageReferenceTests

lint: ## Report what is not formatted or documented
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

check: lint test ## What a change must pass

goldens: ## Record the conformance cases and the tables of unit tests again, from the reference (needs Python 3.11)
	conformance/record
	conformance/record-tables

conformance: setup ## Run the conformance cases alone
	$(SWIFT) test --filter ConformanceTests/conforms

compare: release ## Compare with the reference on the simulator (needs Python 3.11)
	conformance/compare

torture: release ## Kill reads at random moments and look for what is lost (KILLS=2000)
	scripts/torture $(KILLS)

bench: setup ## Measure the engine
	scripts/bench

fuzz: setup ## Run every reader of foreign input on generated inputs, ten minutes each
	scripts/fuzz --guided 600

clean:
	rm -rf .build
