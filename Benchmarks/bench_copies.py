#!/usr/bin/env python3
"""Copies found, and how fast, beside public libraries for near duplicates, on the same cases in one run.

usage: bench_copies.py BANLUU CORPUS TOOLS WORK [--seeds 7,11] [--background 5000] [--replicas 1] [--peers rensa,...]

TOOLS holds copy_cases.py (makes labelled cases of a corpus), copy_score.py (scores pairs) and copy_peers.py (runs the
libraries, which PEERS_PYTHON must have). With --replicas N the cases of each seed are made of N corpora that share no
run of words (replicas.py), one after another in one archive: 15 of them make about 100,000 documents.
"""
import argparse, json, os, re, resource, shutil, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))


def run(command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **options).stdout


def make_cases(a, seed, folder):
    """The cases of a seed, of one corpus or of several on end."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    with open(f"{folder}/archive.jsonl", "w") as archive, open(f"{folder}/truth.jsonl", "w") as truth:
        for number in range(a.replicas):
            corpus = a.corpus
            if number:
                corpus = f"{folder}/corpus.jsonl"
                run([sys.executable, f"{HERE}/replicas.py", a.corpus, corpus, str(number)])
            part = f"{folder}/part"
            run([sys.executable, f"{a.tools}/copy_cases.py", corpus, part, "--background", str(a.background),
                 "--seed", str(seed + number)])
            for line in open(f"{part}/archive.jsonl"):
                row = json.loads(line)
                row["id"] = f"{number}.{row['id']}"
                row["url"] = f"https://{row['outlet']}.example/{row['id']}"
                archive.write(json.dumps(row, ensure_ascii=False) + "\n")
            for line in open(f"{part}/truth.jsonl"):
                row = json.loads(line)
                row.update(copy=f"{number}.{row['copy']}", source=f"{number}.{row['source']}")
                truth.write(json.dumps(row) + "\n")
    return sum(1 for _ in open(f"{folder}/archive.jsonl"))


def score(a, folder, found):
    words = run([sys.executable, f"{a.tools}/copy_score.py", folder, found], stderr=subprocess.DEVNULL)
    kinds = {k: float(v) for k, v in re.findall(r"recall (\w+)\s+([\d.]+)", words)}
    precision = float(re.search(r"precision\s+([\d.]+)", words)[1])
    overall = kinds.pop("all")
    worst = min(kinds, key=kinds.get)
    return f"recall {overall:.3f} (worst kind {worst} {kinds[worst]:.3f})  precision {precision:.4f}"


def measured(command):
    """Wall and processor seconds and peak memory of a command."""
    start = time.time()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} failed")
    return time.time() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out


def main():
    p = argparse.ArgumentParser()
    for name in ("banluu", "corpus", "tools", "work"):
        p.add_argument(name)
    p.add_argument("--seeds", default="7,11")
    p.add_argument("--background", type=int, default=5000)
    p.add_argument("--replicas", type=int, default=1)
    p.add_argument("--peers", default="rensa,datasketch")
    p.add_argument("--rounds", type=int, default=3)
    a = p.parse_args()
    python = os.environ.get("PEERS_PYTHON", sys.executable)
    for seed in map(int, a.seeds.split(",")):
        cases = f"{a.work}/cases-{seed}-{a.replicas}"
        count = make_cases(a, seed, cases)
        print(f"seed {seed}: {count} documents", flush=True)
        best = {}
        for _ in range(a.rounds):
            # In turn, so that what else the machine does falls on all of them.
            archive = f"{a.work}/archive"
            shutil.rmtree(archive, ignore_errors=True)
            wall, cpu, memory, _ = measured([a.banluu, "import", "jsonl", f"{cases}/archive.jsonl", "--archive", archive])
            best.setdefault("banluu", []).append((count / wall, cpu / count * 1e6, memory))
            for peer in filter(None, a.peers.split(",")):
                wall, cpu, memory, out = measured(
                    [python, f"{a.tools}/copy_peers.py", cases, f"{a.work}/peers", peer])
                rate = float(re.search(r"([\d.]+) documents/s", out)[1])
                best.setdefault(peer, []).append((rate, cpu / count * 1e6, memory))
        with open(f"{a.work}/found.jsonl", "w") as file:
            file.write(run([a.banluu, "query", "copies", "--format", "jsonl", "--archive", archive]))
        for name, rows in best.items():
            found = f"{a.work}/found.jsonl" if name == "banluu" else f"{a.work}/peers/{name}.jsonl"
            rate, cpu, memory = max(r[0] for r in rows), min(r[1] for r in rows), max(r[2] for r in rows)
            print(f"  {name:16s} {rate:6.0f} documents/s  {cpu:5.0f} us of processor each  peak {memory:4.0f} MiB  "
                  + score(a, cases, found), flush=True)
        if "rensa" in best:
            ratio = max(r[0] for r in best["banluu"]) / max(r[0] for r in best["rensa"])
            print(f"  complete import beside rensa's detection alone: {ratio:.2f} x", flush=True)
        size = sum(f.stat().st_size for f in os.scandir(f"{archive}/copies"))
        print(f"  copy index {size / count:.0f} bytes a document in segments", flush=True)


main()
