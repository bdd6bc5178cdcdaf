#!/usr/bin/env python3
"""Read hostile feeds under strace: trace_feeds.py BANLUU

Prints for each how it ended, the CPU time it took beyond that of an empty feed, and which files it opened and which
sockets it made once the feed itself was open.
"""
import os, re, resource, subprocess, sys, tempfile

banluu = sys.argv[1]
laughs = "<!ENTITY a0 'lol'>" + "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10))


def rss(subset, title):
    kind = f"<!DOCTYPE rss {subset}>" if subset else ""
    return f"<?xml version='1.0'?>{kind}<rss version='2.0'><channel><item><title>{title}</title></item></channel></rss>"


feeds = {
    "empty": rss("", ""),
    "billion laughs": rss(f"[{laughs}]", "&a9;"),
    "quadratic entity": rss(f"[<!ENTITY a '{'x' * 50_000}'>]", "&a;" * 5000),
    "parameter entity": rss("[<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]", "x"),
    "external entity, file": rss("[<!ENTITY a SYSTEM 'file:///etc/hostname'>]", "&a;"),
    "external entity, http": rss("[<!ENTITY a SYSTEM 'http://127.0.0.1:8899/a'>]", "&a;"),
    "external document type": rss("SYSTEM 'http://127.0.0.1:8899/rss.dtd'", "x"),
    "XInclude": rss("", "<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='file:///etc/hostname'/>"),
    "100,000 attributes": "<rss><channel><item" + "".join(f" a{i}='1'" for i in range(100_000)) + "/></channel></rss>",
    "100,000 deep": "<rss>" + "<a>" * 100_000,
    "300,000 names": "<rss><channel>" + "".join(f"<n{i}/>" for i in range(300_000)) + "</channel></rss>",
    "attribute never closed": "<rss><channel><item a=\"" + ">" * (3 << 20),
}


def run(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


start = None
with tempfile.TemporaryDirectory() as folder:
    for name, text in feeds.items():
        file, trace = os.path.join(folder, "feed.xml"), os.path.join(folder, "trace")
        with open(file, "w") as out: out.write(text)
        command = [banluu, "inspect", "feed", "--json", file]
        took = min(run(command)[1] for _ in range(5))
        start = took if start is None else start
        done, _ = run(["strace", "-f", "-o", trace, "-e", "trace=open,openat,socket,connect", *command])
        lines = open(trace).read().splitlines()
        own = next(i for i, line in enumerate(lines) if file in line)
        # The C library asks the kernel how memory is given out when it gives some back.
        opened = sum("open" in line and "overcommit_memory" not in line for line in lines[own + 1:])
        sockets = sum(re.search(r"\b(socket|connect)\(", line) is not None for line in lines)
        end = "read" if done.returncode == 0 else "refused"
        print(f"{name:24} {end:8} {max(0, took - start):4.0f} ms  files opened {opened}, sockets {sockets}")
