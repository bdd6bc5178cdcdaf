.PHONY: demo crawl test deep setup release bench-feeds bench-pages bench-timetable interop bench-verify

fixtures := $(wildcard Tests/ParseTests/Feeds/Fixtures/*)
# More files to mutate, and how often, in `make deep`.
FUZZ_FILES ?=
FUZZ_ROUNDS ?= 1000000

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

# The scenarios run apart: the real command has time limits, and the unit tests keep all cores busy.
test: setup
	swift format lint --strict --recursive Sources Tests Package.swift
	.ci/imports
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build --skip '^ScenarioTests'
	swift test --skip-build --filter '^ScenarioTests'
	.build/debug/fuzz 20000 $(fixtures)
	.build/debug/fuzz 20000 $(fixtures)

# What warcio, pywb, py-wacz and a second implementation of the log make of an archive; PyPI's packages go outside the tree.
interop: release
	Tests/Interop/run.sh .build/release/banluu

# Speed of `verify --full` beside gzip and sha256sum, and what an archive weighs: make bench-verify [BENCH_ARTICLES=10000]
BENCH_ARTICLES ?= 10000
bench-verify: release
	$(PYTHON) Benchmarks/verify.py .build/release/banluu --articles $(BENCH_ARTICLES)

# The tests again under the sanitizers, each in a build folder of its own.
deep: setup
	BANLUU_KILLS=1000 BANLUU_FLIPS=1000 swift test --filter "KillScenarios|BitFlipScenarios"
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.supp swift test --sanitize=address --scratch-path .build-address
	swift build -c release --product fuzz --sanitize=address --scratch-path .build-fuzz
	.build-fuzz/release/fuzz $(FUZZ_ROUNDS) $(fixtures) $(FUZZ_FILES)
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/races.supp swift test --sanitize=thread --scratch-path .build-thread --skip DiskIsFull

# Feeds of full articles read beside other parsers: ARTICLES is a file of JSON lines, PYTHON has the others installed.
PYTHON ?= python3
bench-feeds: release
	$(PYTHON) Benchmarks/make_feeds.py $(ARTICLES) .build/bench-feeds
	$(PYTHON) Benchmarks/bench_feeds.py .build/release/banluu .build/bench-feeds

# What the timetable asks of a country's outlets in sixty days, on a manual clock.
bench-timetable: setup
	swift build -c release --product timetables
	.build/release/timetables

# F1 and speed of page reading beside Python's extractors: make bench-pages TRUTH=truth.json PAGES=html
bench-pages: release
	Benchmarks/pages.sh $(TRUTH) $(PAGES)
