"""Finds every changed word and no other: Benchmarks/mutations.py PRESS.py ARTICLES.jsonl.gz BANLUU [COUNT]

Each of COUNT articles is put into each page template of the press world PRESS.py three times, with other advertisements,
counters, clocks and related articles each time: as it is, unchanged, and with one random word replaced.
"""
import gzip, importlib.util, json, os, random, re, subprocess, sys, tempfile


def load(path):
    spec = importlib.util.spec_from_file_location("press", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pages(binary, folder, contents):
    """What banluu reads out of each page, as title, summary and paragraphs."""
    files = []
    for number, content in enumerate(contents):
        files.append(os.path.join(folder, f"{number}.html"))
        with open(files[-1], "wb") as file:
            file.write(content)
    read = []
    for start in range(0, len(files), 500):
        run = subprocess.run([binary, "inspect", "page", "--json", *files[start : start + 500]], capture_output=True, text=True)
        read += [json.loads(line) for line in run.stdout.splitlines()]
    return [(page["title"], page["summary"], *page["paragraphs"]) for page in read]


def severity(binary, folder, before, after):
    names = [os.path.join(folder, name) for name in ("before.txt", "after.txt")]
    for name, text in zip(names, (before, after)):
        with open(name, "w") as file:
            file.write("\n".join(text))
    return json.loads(subprocess.run([binary, "inspect", "diff", "--json", *names], capture_output=True).stdout)["severity"]


def mutated(rng, article, vocabulary):
    """The article with one word replaced by another, which is not only another spelling."""
    parts = [article["title"], article["summary"], *article["paragraphs"]]
    places = [(p, m) for p, part in enumerate(parts) for m in re.finditer(r"[^\W\d_]{2,}", part)]
    part, match = rng.choice(places)
    word = rng.choice([w for w in rng.sample(vocabulary, 8) if w.lower()[:1] != match.group().lower()[:1]])
    parts[part] = parts[part][: match.start()] + word + parts[part][match.end() :]
    return dict(title=parts[0], summary=parts[1], paragraphs=parts[2:])


def main(press, corpus, binary, count=2000):
    press, rng = load(press), random.Random(7)
    articles = []
    for line in gzip.open(corpus, "rt"):
        document = json.loads(line)
        paragraphs = [p for p in document["body"].split("\n") if len(p) > 1]
        if document["summary"] and 150 <= len(document["body"].split()) <= 900:
            articles.append(dict(title=document["title"], summary=document["summary"], paragraphs=paragraphs))
    rng.shuffle(articles)
    articles = articles[: int(count)]
    vocabulary = [w for a in articles[:200] for p in a["paragraphs"] for w in re.findall(r"[^\W\d_]{2,}", p)]
    world = press.World.__new__(press.World)
    world.rng, world.round, world.hard, world.arts = random.Random(8), 0, {}, []
    for number, article in enumerate(articles):
        path = f"/{press.slug(article['title'])}-{number:04d}.html"
        world.arts.append(dict(n=number, outlet=0, born=0, path=path, gone=[], history=[dict(article, round=0)]))

    def page(article, number, outlet):
        return world.page(dict(world.arts[number], outlet=outlet, history=[dict(article, round=0)]))

    for outlet, (name, *_) in enumerate(press.OUTLETS):
        contents = []
        for number, article in enumerate(articles):
            changed = mutated(rng, article, vocabulary)
            contents += [page(article, number, outlet), page(article, number, outlet), page(changed, number, outlet)]
        with tempfile.TemporaryDirectory() as folder:
            read = pages(binary, folder, contents)
            phantoms = sum(read[i] != read[i + 1] for i in range(0, len(read), 3))
            found = sum(severity(binary, folder, read[i], read[i + 2]) > "S0" for i in range(0, len(read), 3))
        print(f"{name:12s} one word changed: found {found} of {len(articles)}; nothing changed: reported {phantoms}", flush=True)


main(*sys.argv[1:])
