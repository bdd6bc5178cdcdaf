"""Looks at articles that nobody edits while all around them changes: Benchmarks/unchanged.py PRESS.py ARTICLES BANLUU [LOOKS] [PORT]

The press world PRESS.py is served on loopback and never moved on: each answer has other advertisements, counters, clocks
and related articles. Prints the events reported and what a look costs on disk.
"""
import json, os, sqlite3, subprocess, sys, tempfile, time, urllib.request


def size(archive):
    """Bytes of the archive's files, the write-ahead log folded in."""
    with sqlite3.connect(os.path.join(archive, "banluu.db")) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        rows = database.execute("SELECT count(*) FROM look").fetchone()[0]
    database.close()
    total = sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(archive) for name in names)
    return rows, total


def main(press, corpus, binary, looks=10_000, port=8750):
    looks, port = int(looks), int(port)
    with tempfile.TemporaryDirectory() as world:
        make = [sys.executable, press, "make", corpus, world, "--seed", "5", "--rounds", "1", "--per-round", "60", "--port", str(port)]
        subprocess.run(make, check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen([sys.executable, press, "serve", world], stdout=subprocess.DEVNULL)
        try:
            for _ in range(100):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/_/round").read()
                    break
                except OSError:
                    time.sleep(0.1)
            archive = os.path.join(world, "archive")
            crawl = [binary, "crawl", "--feeds", os.path.join(world, "feeds.yaml"), "--archive", archive, "--recheck", "all"]
            for _ in range(2):
                subprocess.run(crawl, check=True, capture_output=True)
            first, before = size(archive)
            rows = first
            while rows - first < looks:
                subprocess.run(crawl, check=True, capture_output=True)
                rows, after = size(archive)
            edits = subprocess.run([binary, "query", "edits", "--all", "--format", "jsonl", "--archive", archive],
                                   capture_output=True, text=True).stdout.splitlines()
            with sqlite3.connect(os.path.join(archive, "banluu.db")) as database:
                versions, articles = (database.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("version", "article"))
            print(f"{rows - first} looks at {articles} unchanged articles: {len(edits)} events, {versions - articles} new versions, "
                  f"{(after - before) / (rows - first):.0f} bytes per look")
        finally:
            server.terminate()
            server.wait()


main(*sys.argv[1:])
