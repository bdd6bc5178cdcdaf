#!/usr/bin/env python3
"""Speed of `verify --full` beside gzip and sha256sum over the same segments, and what an archive's parts weigh.

  verify.py BANLUU [--articles 10000] [--warcio PYTHON]

Pages are made up here, with words of their own and a template of about 20 KB; every tenth changes once. They are brought in
as WARC (`import warc`), so the archive holds what a crawl of them would. Beside it: the same pages as a folder of files, a
folder an article with page, text and JSON, as ArchiveBox lays them out; and as plain WARC by warcio, where PYTHON has it.
"""
import argparse, gzip, hashlib, json, os, pathlib, random, resource, shutil, subprocess, sys, tempfile, time

SYLLABLES = "nước sông lên chậm dân bản xã huyện tỉnh mưa lũ cầu đường trường học sinh thầy cô lúa nương chè rừng núi suối chợ phiên hội làng nhà văn hóa trạm y tế bác sĩ đoàn công tác kiểm tra tiến độ thi công hỗ trợ giống vụ xuân".split()


def words(rng, count): return " ".join(rng.choice(SYLLABLES) for _ in range(count))


def page(rng, number, change):
    fixed = random.Random(1)
    menu = "".join(f'<li><a href="/{words(fixed, 2).replace(" ", "-")}">{words(fixed, 4)}</a></li>' for _ in range(120))
    script = "".join(f"var v{i}={{a:{fixed.random()},b:'{words(fixed, 3)}'}};" for i in range(100))
    body = "".join(f"<p>{words(rng, 60).capitalize()} {number}.</p>" for _ in range(8))
    late = f"<p>Đính chính: con số đúng là {change}.</p>" if change else ""
    return (f"<html><head><meta charset='utf-8'><title>Tin {number} {words(rng, 8)}</title><script>{script}</script></head><body>"
            f"<ul>{menu}</ul><article><h1>Tin {number} {words(rng, 8)}</h1>{body}{late}</article></body></html>").encode()


def record(url, date, body):
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    head = (f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{hashlib.md5((url + date).encode()).hexdigest()}>\r\n"
            f"WARC-Date: {date}\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http;msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n").encode()
    return gzip.compress(head + block + b"\r\n\r\n", 6)


def make(work, count):
    folder = work / "files"
    with open(work / "pages.warc.gz", "wb") as out:
        for number in range(count):
            url = f"https://bao{number % 7}.example/tin-{number}.html"
            for change in ([0, number + 7] if number % 10 == 0 else [0]):
                body = page(random.Random(number), number, change)
                date = f"2026-{3 if change else 2:02}-{1 + number % 28:02}T{number % 24:02}:{number % 60:02}:00Z"
                out.write(record(url, date, body))
                place = folder / f"{number}-{'b' if change else 'a'}"
                place.mkdir(parents=True)
                (place / "output.html").write_bytes(body)
                text = b"\n".join(body.split(b"<article>")[1].split(b"<p>"))
                (place / "article.txt").write_bytes(text)
                (place / "index.json").write_text(json.dumps({"url": url, "timestamp": date, "title": f"Tin {number}", "hash": hashlib.sha256(body).hexdigest()}))


def size(path):
    files = [path] if path.is_file() else [f for f in path.rglob("*") if f.is_file()]
    return sum(f.stat().st_size for f in files), sum(f.stat().st_blocks * 512 for f in files)


def told(name, path):
    apparent, blocks = size(path)
    print(f"  {name:<34}{apparent / 1e6:9.1f} MB, {blocks / 1e6:9.1f} MB on the disk")
    return apparent


def timed(command):
    """Seconds that passed, seconds of processor, and what was printed."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    passed, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return passed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, output


def main():
    options = argparse.ArgumentParser()
    options.add_argument("banluu")
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--warcio", help="a python that has warcio")
    options.add_argument("--keep", help="a folder for the archive; else it is removed")
    options = options.parse_args()
    work = pathlib.Path(tempfile.mkdtemp(prefix="bench-verify-"))
    archive = pathlib.Path(options.keep) if options.keep else work / "archive"
    try:
        make(work, options.articles)
        began = time.monotonic()
        print(subprocess.run([options.banluu, "import", "warc", work / "pages.warc.gz", "--archive", archive], check=True, capture_output=True, text=True).stdout.strip(), f"in {time.monotonic() - began:.1f} s")
        segments = sorted((archive / "warc").iterdir())
        pipe = f"cat {' '.join(map(str, segments))} | gzip -dc | sha256sum"
        plain = int(subprocess.run(f"cat {' '.join(map(str, segments))} | gzip -dc | wc -c", shell=True, check=True, capture_output=True, text=True).stdout)
        for turn in range(2):
            ours, our_work, told_json = timed([options.banluu, "verify", "--full", "--json", "--archive", archive])
            report = json.loads(told_json)
            theirs, their_work, _ = timed(["sh", "-c", pipe])
            print(f"verify --full: {plain / 1e6 / ours:.0f} MB/s ({ours:.2f} s, {our_work:.2f} s of processor); gzip -dc | sha256sum: "
                  f"{plain / 1e6 / theirs:.0f} MB/s ({theirs:.2f} s, {their_work:.2f} s of processor); ratio {theirs / ours:.2f}, of processor time {their_work / our_work:.2f}")
        print(f"  looked at: {report['records']} records, {report['versions']} versions, {report['rows']} rows, {report['entries']} entries, {report['tiles']} tiles")
        began = time.monotonic()
        subprocess.run([options.banluu, "import", "jsonl", "/dev/null", "--archive", archive], check=True, capture_output=True)
        print(f"opening and closing it as a writer: {time.monotonic() - began:.2f} s")
        print("sizes:")
        total = told("the archive", archive)
        told("  its WARC", archive / "warc")
        told("  its database", archive / "banluu.db")
        log = told("  its log", archive / "log")
        told("a folder of files an article", work / "files")
        told("the pages as plain WARC", work / "pages.warc.gz")
        if options.warcio:
            script = ("import sys\nfrom warcio.warcwriter import WARCWriter\nfrom warcio.archiveiterator import ArchiveIterator\n"
                      "out = open(sys.argv[2], 'wb'); w = WARCWriter(out, gzip=True)\n"
                      "for r in ArchiveIterator(open(sys.argv[1], 'rb')): w.write_record(r)\n")
            subprocess.run([options.warcio, "-c", script, work / "pages.warc.gz", work / "warcio.warc.gz"], check=True)
            told("the same written by warcio", work / "warcio.warc.gz")
        print(f"log: {100 * log / total:.2f} % of the bytes stored")
    finally: shutil.rmtree(work)


if __name__ == "__main__": main()
