.PHONY: demo crawl test deep setup release bench-feeds bench-pages bench-timetable bench-copies bench-growth bench-check bench-poll bench-crowd soak bench-hostile bench-diff bench-edits bench-stop interop bench-verify keep-archive

fixtures := $(wildcard Tests/ParseTests/Feeds/Fixtures/*)
# More files to mutate, and how often, in `make deep`.
FUZZ_FILES ?=
FUZZ_ROUNDS ?= 1000000

# What a newcomer types first: builds, then plays a small press through five rounds.
demo: release
	.build/release/banluu demo

# Swift's own libraries in the binary: it starts in half of the time, and runs where no Swift is installed.
optimized := swift build -c release --static-swift-stdlib -Xswiftc -use-ld=lld

# One round over the outlets of feeds.yaml.
crawl: release
	.build/release/banluu crawl

setup:
	.ci/setup

release: setup
	$(optimized) --product banluu

# Each test target runs in a process of its own: tests of the network have time limits, and those of parsers keep all
# cores busy.
suites := $(notdir $(wildcard Tests/*Tests))

# A hundred commands started at once on two cores would run into the timeouts of those they wait for.
few := --experimental-maximum-parallelization-width 4
test: setup
	swift format lint --strict --recursive Sources Tests Package.swift
	.ci/imports
	swift build --build-tests --explicit-target-dependency-import-check error
	for suite in $(suites); do swift test --skip-build $(few) --filter "^$$suite\." || exit 1; done
	.build/debug/fuzz 20000 $(fixtures)
	.build/debug/fuzz 20000 $(fixtures)

# What warcio, pywb, py-wacz and a second implementation of the log make of an archive; PyPI's packages go outside the tree.
interop: release
	Tests/Interop/run.sh .build/release/banluu

# Speed of `verify --full` beside gzip and sha256sum, and what an archive weighs: make bench-verify [BENCH_ARTICLES=10000]
BENCH_ARTICLES ?= 10000
bench-verify: release
	$(PYTHON) Benchmarks/verify.py .build/release/banluu --articles $(BENCH_ARTICLES)

# Puts the demo's archive by as this release writes it: the tests open those of all releases.
keep-archive: release
	Tests/ScenarioTests/Archives/keep.sh .build/release/banluu

# The tests again under the sanitizers, each in a build folder of its own.
deep: setup
	BANLUU_KILLS=1000 BANLUU_FLIPS=1000 BANLUU_FAULTS=all swift test $(few) --filter "KillScenarios|BitFlipScenarios|DiskFaultScenarios"
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.supp swift test $(few) --sanitize=address --scratch-path .build-address --skip 'DiskFault|entries_whenMoreThanASitemap'
	swift build -c release --product fuzz --sanitize=address --scratch-path .build-fuzz
	.build-fuzz/release/fuzz $(FUZZ_ROUNDS) $(fixtures) $(FUZZ_FILES)
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/races.supp swift test $(few) --sanitize=thread --scratch-path .build-thread --skip 'DiskIsFull|entries_whenMoreThanASitemap'

# Feeds of full articles read beside other parsers: ARTICLES is a file of JSON lines, PYTHON has the others installed.
PYTHON ?= python3
bench-feeds: release
	$(PYTHON) Benchmarks/make_feeds.py $(ARTICLES) .build/bench-feeds
	$(optimized) --product feedread
	$(PYTHON) Benchmarks/bench_feeds.py .build/release .build/bench-feeds

# Feeds made to cost time, memory, files or sockets, and documents of 8 MiB that are the worst for the parsers; needs strace.
bench-hostile: release
	$(PYTHON) Benchmarks/trace_feeds.py .build/release/banluu
	$(optimized) --product fuzz
	.build/release/fuzz worst

# What the timetable asks of a country's outlets in sixty days, on a manual clock.
bench-timetable: setup
	$(optimized) --product timetables
	.build/release/timetables

# Conditional polls of 2,000 local hosts beside curl --parallel; needs nginx.
bench-poll: setup
	$(optimized) --product poll-bench
	Benchmarks/poll.sh .build/release/poll-bench

# SIGTERM at random moments; needs nginx.
bench-stop: release
	Benchmarks/stop.sh .build/release/banluu

# Ten thousand fetches from hostile servers: what they leave open, and what memory they leave behind.
CYCLES ?= 10000
soak: setup
	$(optimized) --product poll-bench
	.build/release/poll-bench soak $(CYCLES)

# The memory that many hosts can take which answer 8 MiB each at the same time: make bench-crowd [HOSTS=200]
HOSTS ?= 200
bench-crowd: setup
	$(optimized) --product poll-bench
	.build/release/poll-bench crowd $(HOSTS)

# Two texts of 10,000 syllables beside Python's difflib: make bench-diff ARTICLES=articles.jsonl.gz
bench-diff: setup
	$(optimized) --product diff-bench
	$(PYTHON) Benchmarks/diff.py $(ARTICLES) .build/release/diff-bench

# Edits that must be found and looks that must find none, in the templates of a press world:
# make bench-edits PRESS=press.py ARTICLES=articles.jsonl.gz
bench-edits: release
	$(PYTHON) Benchmarks/mutations.py $(PRESS) $(ARTICLES) .build/release/banluu
	$(PYTHON) Benchmarks/unchanged.py $(PRESS) $(ARTICLES) .build/release/banluu

# F1 and speed of page reading beside Python's extractors: make bench-pages TRUTH=truth.json PAGES=html
bench-pages: release
	Benchmarks/pages.sh $(TRUTH) $(PAGES)

# Copies found, rate and memory beside public libraries: CORPUS is a file of articles as JSON lines, TOOLS holds
# copy_cases.py, copy_score.py and copy_peers.py, PEERS_PYTHON has rensa and datasketch installed.
bench-copies: release
	PEERS_PYTHON=$(or $(PEERS_PYTHON),$(PYTHON)) $(PYTHON) Benchmarks/bench_copies.py .build/release/banluu $(CORPUS) $(TOOLS) .build/bench-copies $(BENCH)

# An archive growing to a million documents made of CORPUS.
bench-growth: release
	mkdir -p .build/bench-growth
	$(PYTHON) Benchmarks/growth_copies.py .build/release/banluu $(CORPUS) .build/bench-growth $(BENCH)

# How long `check` takes in one process and as a command: ARCHIVE is searched for texts of TEXTS, a file of JSON lines.
bench-check: release
	$(optimized) --product lookups
	.build/release/lookups $(ARCHIVE) $(TEXTS) .build/release/banluu
