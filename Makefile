.PHONY: demo crawl test deep setup release bench-feeds bench-pages bench-timetable bench-poll bench-stop soak

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

test: setup
	swift format lint --strict --recursive Sources Tests Package.swift
	.ci/imports
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build
	.build/debug/fuzz 20000 $(fixtures)
	.build/debug/fuzz 20000 $(fixtures)

# The tests again under the sanitizers, each in a build folder of its own.
deep: setup
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

# Conditional polls of 2,000 local hosts beside curl --parallel; needs nginx.
bench-poll: setup
	swift build -c release --product poll-bench
	Benchmarks/poll.sh .build/release/poll-bench

# SIGTERM at random moments; needs nginx.
bench-stop: release
	Benchmarks/stop.sh .build/release/banluu

# Ten thousand fetches from hostile servers: what they leave open, and what memory they leave behind.
CYCLES ?= 10000
soak: setup
	swift build -c release --product poll-bench
	.build/release/poll-bench soak $(CYCLES)

# F1 and speed of page reading beside Python's extractors: make bench-pages TRUTH=truth.json PAGES=html
bench-pages: release
	Benchmarks/pages.sh $(TRUTH) $(PAGES)
