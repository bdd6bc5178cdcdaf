"""Diff of two texts of 10,000 syllables that share 90 %, beside Python's difflib on the same tokens, in one run:
Benchmarks/diff.py ARTICLES.jsonl.gz DIFF-BENCH

The text is that of the first articles; every tenth syllable, at random, is another of its syllables in the second text.
"""
import difflib, gzip, json, os, random, resource, subprocess, sys, tempfile


def texts(corpus, rng):
    """Paragraphs before and after."""
    before, count = [], 0
    for line in gzip.open(corpus, "rt"):
        for paragraph in json.loads(line)["body"].split("\n"):
            words = paragraph.split()
            if len(words) < 5 or count >= 10_000:
                continue
            before.append(words[: 10_000 - count])
            count += len(before[-1])
        if count >= 10_000:
            break
    all_words = [word for words in before for word in words]
    after = [[rng.choice(all_words) if rng.random() < 0.1 else word for word in words] for words in before]
    return before, after


def lines(paragraphs):
    return "\n".join(" ".join(words) for words in paragraphs)


def best(times, work):
    """CPU seconds of this process and its children: a busy machine makes little difference."""
    return min(timed(work) for _ in range(times))


def used():
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def timed(work):
    start = used()
    work()
    return used() - start


def main(corpus, binary):
    before, after = texts(corpus, random.Random(3))
    with tempfile.TemporaryDirectory() as folder:
        files = [os.path.join(folder, name) for name in ("before.txt", "after.txt")]
        for file, words in zip(files, (before, after)):
            with open(file, "w") as out:
                out.write(lines(words))
        run = subprocess.run([binary, *files], capture_output=True, text=True, check=True)
        alone, places, whole, changes = (float(word) for word in run.stdout.split())
    tokens = [[word for words in side for word in words] for side in (before, after)]
    theirs = best(3, lambda: difflib.SequenceMatcher(None, *tokens, autojunk=False).get_opcodes()) * 1000
    quick = best(3, lambda: difflib.SequenceMatcher(None, *tokens).get_opcodes()) * 1000
    print(f"banluu, the words alone        {alone:7.2f} ms, {places:.0f} places")
    print(f"banluu, with classes, severity {whole:7.2f} ms, {changes:.0f} changes")
    print(f"difflib                        {theirs:7.2f} ms: {theirs / alone:.0f} x the words alone, {theirs / whole:.1f} x the whole")
    print(f"difflib, autojunk              {quick:7.2f} ms: {quick / alone:.0f} x the words alone, {quick / whole:.1f} x the whole")


main(*sys.argv[1:])
