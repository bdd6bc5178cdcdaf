"""Prints F1 (4-word shingles, as the article-extraction-benchmark counts) and pages per second of one thread."""
import collections, gzip, json, logging, os, re, resource, statistics, subprocess, sys, tempfile, time


def shingles(text):
    words = re.findall(r"\w+", text or "")
    return collections.Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words[i : i + 4])


def score(truth, found):
    precisions, recalls = [], []
    for key, true in truth.items():
        a, b = shingles(true), shingles(found.get(key))
        hit = sum((a & b).values())
        if b:
            precisions.append(hit / sum(b.values()))
        if a:
            recalls.append(hit / sum(a.values()))
    p, r = statistics.mean(precisions), statistics.mean(recalls)
    return 2 * p * r / (p + r), p, r


def report(name, truth, found, wall, cpu):
    f1, p, r = score(truth, found)
    pages = len(truth)
    print(f"{name:22s} F1 {f1:.3f}  precision {p:.3f}  recall {r:.3f}  {pages / wall:6.0f} pages/s  "
          f"{pages / cpu:6.0f} pages per CPU second")


def banluu(command, truth, pages, folder):
    files = []
    for key, page in pages.items():
        files.append(os.path.join(folder, key + ".html"))
        with open(files[-1], "wb") as file:
            file.write(page)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    run = subprocess.run([command, "inspect", "page", "--json", *files], capture_output=True, text=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    found = {key: json.loads(line).get("text", "") for key, line in zip(pages, run.stdout.splitlines())}
    report("banluu, whole process", truth, found, wall, cpu)


def peer(name, truth, pages, extract):
    found = {}
    start, cpu = time.perf_counter(), time.process_time()
    for key, page in pages.items():
        try:
            found[key] = extract(page)
        except Exception:
            found[key] = ""
    report(name, truth, found, time.perf_counter() - start, time.process_time() - cpu)


def main(truth, folder, command):
    truth = {key: value["articleBody"] for key, value in json.load(open(truth)).items()}
    pages = {key: gzip.open(os.path.join(folder, key + ".html.gz")).read() for key in truth}
    with tempfile.TemporaryDirectory() as scratch:
        for _ in range(2):
            banluu(command, truth, pages, scratch)
    logging.disable(logging.CRITICAL)
    try:
        import lxml.html, readability, trafilatura
    except ImportError as error:
        return print(f"no peers: {error}")
    def readable(page):
        return lxml.html.fromstring(readability.Document(page.decode("utf-8", "replace")).summary()).text_content()
    peer("trafilatura, fast", truth, pages, lambda page: trafilatura.extract(page, fast=True))
    peer("trafilatura, standard", truth, pages, trafilatura.extract)
    peer("readability-lxml", truth, pages, readable)


main(*sys.argv[1:])
