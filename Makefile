.PHONY: demo crawl test deep setup release bench-pages

# What a newcomer types first: builds, then plays a small press through five rounds.
demo: release
	.build/release/banluu demo

# One round over the outlets of feeds.yaml.
crawl: release
	.build/release/banluu crawl

setup:
	.ci/setup

release: setup
	swift build -c release --product banluu

test: setup
	swift format lint --strict --recursive Sources Tests Package.swift
	.ci/imports
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build

# The tests again under the sanitizers, each in a build folder of its own.
deep: setup
	swift test --sanitize=address --scratch-path .build-address
	swift test --sanitize=thread --scratch-path .build-thread

# F1 and speed of page reading beside Python's extractors: make bench-pages TRUTH=truth.json PAGES=html
bench-pages: release
	Benchmarks/pages.sh $(TRUTH) $(PAGES)
