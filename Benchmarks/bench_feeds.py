#!/usr/bin/env python3
"""Time banluu and other parsers on the same feeds, interleaved: bench_feeds.py BUILD FOLDER [ROUNDS]

BUILD holds the products `banluu` and `feedread`, FOLDER the feeds.

The peers must be installed for the Python that runs this; a missing one is left out and said. Prints the best of the
rounds in seconds of CPU time (user and system, start of the process included), entries out, and the ratios.
"""
import importlib.util, json, os, resource, shutil, subprocess, sys, tempfile

build, folder = sys.argv[1:3]
banluu, library = (os.path.join(build, name) for name in ("banluu", "feedread"))
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
files = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".xml"))
size = sum(map(os.path.getsize, files)) / 1e6
peer = [sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "feeds_peer.py")]
commands = {"banluu": [banluu, "inspect", "feed", "--json", *files]}
for name in ("fastfeedparser", "feedparser"):
    if importlib.util.find_spec(name): commands[name] = [*peer, name, *files]
    else: print(f"{name} is not installed, left out")
if shutil.which("xmllint"): commands["xmllint"] = ["xmllint", "--stream", "--noout", *files]
else: print("xmllint is not installed, left out")
alone = (float("inf"), 0)
best, entries = {}, {}
for turn in range(rounds):
    seconds, count = subprocess.run([library, *files], capture_output=True, text=True).stdout.split()
    alone = min(alone, (float(seconds), int(count)))
    for name, command in commands.items():
        if name == "feedparser" and turn > 0: continue
        with tempfile.TemporaryFile() as out:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, stdout=out, stderr=subprocess.DEVNULL)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            best[name] = min(seconds, best.get(name, seconds))
            if name != "xmllint" and name not in entries:
                out.seek(0)
                entries[name] = sum(len(json.loads(line)["items"]) for line in out)
print(f"{len(files)} feeds, {size:.1f} MB, best of {rounds} interleaved rounds (feedparser: one)")
for name, seconds in best.items():
    ratio = "" if name == "banluu" else f"  banluu is {seconds / best['banluu']:.1f} x as fast"
    print(f"{name:15} {seconds:7.3f} s {size / seconds:7.1f} MB/s {entries.get(name, '-'):>6} entries{ratio}")
seconds, count = alone
print(f"the library alone {seconds:.3f} s {size / seconds:7.1f} MB/s {count:>6} entries", end="")
print(f"  {best['xmllint'] / seconds:.2f} of the MB/s of xmllint --stream" if "xmllint" in best else "")
