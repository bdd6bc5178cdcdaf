#!/usr/bin/env python3
"""Corpora that share no run of words with a given one, and have its statistics.

usage: replicas.py CORPUS.jsonl[.gz] OUT.jsonl NUMBER [COUNT]

Replica NUMBER (and the COUNT - 1 after it) is the corpus with every syllable replaced by another of about the same
frequency, by a permutation seeded with the number; digits, punctuation, capitals and the lines stay.
CORPUS: one article a line with id, title, summary, body. Replica 0 is the corpus itself.
"""
import collections, gzip, json, random, re, sys

BAND = 64  # syllables of neighbouring frequency that may stand for each other
WORDS = re.compile(r"([^\W\d_]+)")
FIELDS = ("title", "summary", "body")


def read(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt") as file:
        return [json.loads(line) for line in file]


class Replicas:
    def __init__(self, path):
        self.documents = read(path)
        self.parts = [[WORDS.split(d.get(f) or "") for f in FIELDS] for d in self.documents]
        counts = collections.Counter(w.lower() for fields in self.parts for p in fields for w in p[1::2])
        self.words = [w for w, _ in counts.most_common()]

    def permutation(self, number):
        rng = random.Random(number)
        table = {}
        for start in range(0, len(self.words), BAND):
            band = self.words[start:start + BAND]
            table.update(zip(band, rng.sample(band, len(band))))
        return table

    def documents_of(self, number):
        """The documents of one replica, under ids of their own."""
        if number == 0:
            yield from self.documents
            return
        table = self.permutation(number)
        forms = {}

        def mapped(word):
            new = forms.get(word)
            if new is None:
                new = table[word.lower()]
                new = new.upper() if word.isupper() and len(word) > 1 else new.capitalize() if word[0].isupper() else new
                forms[word] = new
            return new

        for document, fields in zip(self.documents, self.parts):
            new = dict(document, id=f"{number}-{document['id']}")
            for name, parts in zip(FIELDS, fields):
                parts = parts[:]
                parts[1::2] = [mapped(w) for w in parts[1::2]]
                new[name] = "".join(parts)
            yield new


def main():
    path, out, number = sys.argv[1], sys.argv[2], int(sys.argv[3])
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    replicas = Replicas(path)
    with open(out, "w") as file:
        for i in range(number, number + count):
            for document in replicas.documents_of(i):
                file.write(json.dumps(document, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
