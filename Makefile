SWIFT ?= swift
.DEFAULT_GOAL := help
.PHONY: help deps demo test lint structure drift check format generate docs mappings golden bench conformance new-validator clean

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-15s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)
deps:  ## Install the C libraries that are missing (apt or brew)
	@./Scripts/install-libraries
demo: deps  ## Run over sample-data into build/demo (findings are no failure)
	$(SWIFT) build -c release --product hedui
	./.build/release/hedui run sample-data/job.yaml --out build/demo || test $$? -le 2
test: deps  ## Run all tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
lint:  ## Check the layout of the sources
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
structure:  ## Check that imports point the allowed way and unsafe code stays where it belongs
	@./Scripts/check-structure
drift:  ## Check that generated files are up to date
	$(SWIFT) build --product hedui-dev
	./.build/debug/hedui-dev generate --check
	./.build/debug/hedui-dev mappings --check
check: lint structure test drift  ## Everything that must hold before a commit
format:  ## Lay out the sources
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests
generate:  ## Rewrite the catalogue, the elements and the rule pages
	$(SWIFT) build --product hedui-dev
	./.build/debug/hedui-dev generate
	@# Pages show the rules of the program: build it with the sources just written.
	$(SWIFT) build --product hedui-dev
	./.build/debug/hedui-dev generate
docs: generate  ## Rewrite docs/rules
mappings:  ## Rewrite mappings/ from a folder of source tables: make mappings FROM=folder
	$(SWIFT) build --product hedui-dev
	./.build/debug/hedui-dev mappings $(FROM)
golden:  ## Record Tests/Golden, then show what changed
	-HEDUI_GOLDEN=record $(SWIFT) test
	git --no-pager diff --stat Tests/Golden
bench:  ## Measure; prints seconds, memory and ratios, asserts nothing
	$(SWIFT) build -c release
	./.build/release/hedui-dev bench
	./.build/release/hedui-dev address-bench
	./Scripts/bench-registry
conformance: deps  ## Hold outputs against LibreOffice and Frictionless (installs them); follow the README
	$(SWIFT) build -c release --product hedui
	./.build/release/hedui run sample-data/job.yaml --out build/demo || test $$? -le 2
	./Scripts/conformance build/demo
	./Scripts/conformance-datapackage
	$(SWIFT) build -c release --product hedui-dev
	./Scripts/conformance-addresses
	./Scripts/conformance-readme
new-validator:  ## make new-validator NAME=LOC002-loan-purpose-missing
	$(SWIFT) build --product hedui-dev
	./.build/debug/hedui-dev new-validator $(NAME)
	$(MAKE) generate
clean:  ## Remove what was built
	rm -rf .build build
