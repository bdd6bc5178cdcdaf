#!/usr/bin/env python3
"""How an archive grows: documents imported in steps, with rate, memory and size of the copy index after each.

usage: growth_copies.py BANLUU CORPUS WORK [--documents 1000000] [--step 50000]

The documents are replicas of the corpus (replicas.py): the same statistics, no shared runs between them.
"""
import argparse, json, os, shutil, subprocess, time
from replicas import Replicas


def main():
    p = argparse.ArgumentParser()
    for name in ("banluu", "corpus", "work"):
        p.add_argument(name)
    p.add_argument("--documents", type=int, default=1_000_000)
    p.add_argument("--step", type=int, default=50_000)
    a = p.parse_args()
    replicas = Replicas(a.corpus)
    archive = f"{a.work}/growth"
    shutil.rmtree(archive, ignore_errors=True)

    def documents():
        number = 1
        while True:
            yield from replicas.documents_of(number)
            number += 1

    source, done, rates = documents(), 0, []
    while done < a.documents:
        path = f"{a.work}/step.jsonl"
        with open(path, "w") as file:
            for i in range(a.step):
                d, k = next(source), (done + i) % 9
                moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(1_600_000_000 + 60 * (done + i)))
                row = dict(id=d["id"], outlet=f"outlet-{k}", url=f"https://outlet-{k}.example/{d['id']}",
                           title=d["title"], text=d["summary"] + "\n" + d["body"], published=moment)
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        start = time.time()
        process = subprocess.Popen([a.banluu, "import", "jsonl", path, "--archive", archive], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        assert status == 0
        wall = time.time() - start
        done += a.step
        rates.append(a.step / wall)
        size = sum(f.stat().st_size for f in os.scandir(f"{archive}/copies"))
        print(f"{done:8d} documents  {rates[-1]:6.0f} documents/s  "
              f"{(usage.ru_utime + usage.ru_stime) / a.step * 1e6:4.0f} us of processor each  "
              f"peak {usage.ru_maxrss // 1024:4d} MiB  copy index {size / done:5.0f} bytes a document", flush=True)
    os.remove(path)
    print(f"last step beside the first: {rates[-1] / rates[0]:.2f}")


main()
