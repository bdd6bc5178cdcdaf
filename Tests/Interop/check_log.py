#!/usr/bin/env python3
"""A second implementation of the log's proofs (RFC 6962, C2SP tlog-tiles, checkpoint and tlog-proof).

  check_log.py ARCHIVE [--proofs N] [--seed S]

Reads ARCHIVE/log as a mirror would: recomputes the root from the entries, compares every tile, checks N inclusion proofs
made here from the tiles, and proof files given on standard input (one path a line), each against the signed checkpoint.
Standard library only; the signature is checked with `cryptography` where that is installed, and it is said where not.
"""
import argparse, base64, hashlib, pathlib, random, struct, sys


def leaf(entry): return hashlib.sha256(b"\0" + entry).digest()
def node(left, right): return hashlib.sha256(b"\1" + left + right).digest()


def tile_name(index):
    parts = ["%03d" % (index % 1000)]
    while index >= 1000:
        index //= 1000
        parts.insert(0, "x%03d" % (index % 1000))
    return "/".join(parts)


def root_of(hashes):
    """The root by the definition: split at the largest power of two below n, without recursion on copies."""
    if not hashes: return hashlib.sha256(b"").digest()
    level = list(hashes)
    while len(level) > 1:
        level = [node(level[i], level[i + 1]) if i + 1 < len(level) else level[i] for i in range(0, len(level), 2)]
    return level[0]


def proven_root(entry_hash, index, size, path):
    """RFC 9162, 2.1.3.2."""
    if index >= size: return None
    fn, sn, r = index, size - 1, entry_hash
    for p in path:
        if sn == 0: return None
        if fn & 1 or fn == sn:
            r = node(p, r)
            if not fn & 1:
                while fn and not fn & 1: fn >>= 1; sn >>= 1
        else: r = node(r, p)
        fn >>= 1; sn >>= 1
    return r if sn == 0 else None


def read_tile(log, level, index, width):
    name = "tile/%s/%s%s" % (level, tile_name(index), "" if width == 256 else ".p/%d" % width)
    return (log / name).read_bytes()


def entries_of(log, size):
    for index in range((size + 255) // 256):
        data, at = read_tile(log, "entries", index, min(256, size - index * 256)), 0
        while at < len(data):
            (length,) = struct.unpack(">H", data[at:at + 2])
            yield data[at + 2:at + 2 + length]
            at += 2 + length


def inclusion(levels, index):
    """The path from levels of hashes: an odd last one is carried up."""
    path = []
    for level in levels[:-1]:
        sibling = index ^ 1
        if sibling < len(level): path.append(level[sibling])
        index >>= 1
    return path


def signature_holds(note, vkey):
    body, _, tail = note.partition("\n\n")
    name, key_id, key = vkey.strip().split("+", 2)
    public = base64.b64decode(key)[1:]
    expected = hashlib.sha256(name.encode() + b"\n\x01" + public).digest()[:4]
    if expected.hex() != key_id: return False
    for line in tail.splitlines():
        mark, signer, text = line.split(" ")
        raw = base64.b64decode(text)
        if mark != "\u2014" or signer != name or raw[:4] != expected: continue
        try:
            from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
            from cryptography.exceptions import InvalidSignature
        except ImportError: return None
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(raw[4:], (body + "\n").encode())
            return True
        except InvalidSignature: return False
    return False


def check_file(path, note, vkey):
    text = pathlib.Path(path).read_text()
    head, _, checkpoint = text.partition("\n\n")
    lines = head.split("\n")
    assert lines[0] == "c2sp.org/tlog-proof@v1", path
    extra = base64.b64decode(lines[1].split(" ", 1)[1])
    entry, _, record = extra.partition(b"\n\n")
    entry += b"\n"
    assert entry.split(b"\n")[3].decode() == hashlib.sha256(record).hexdigest(), path
    index, hashes = int(lines[2].split()[1]), [base64.b64decode(x) for x in lines[3:]]
    _, size, root = checkpoint.split("\n")[:3]
    assert signature_holds(checkpoint, vkey) is not False, path
    assert proven_root(leaf(entry), index, int(size), hashes) == base64.b64decode(root), path


def main():
    options = argparse.ArgumentParser()
    options.add_argument("archive")
    options.add_argument("--proofs", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    log = pathlib.Path(options.archive) / "log"
    note, vkey = (log / "checkpoint").read_text(), (log / "vkey").read_text()
    origin, size, root = note.split("\n")[:3]
    size, root = int(size), base64.b64decode(root)
    signed = signature_holds(note, vkey)
    assert signed is not False, "the signature does not hold"
    leaves = [leaf(entry) for entry in entries_of(log, size)]
    assert len(leaves) == size and root_of(leaves) == root, "the entries do not lead to the signed root"
    tiles, hashes, level = 0, leaves, 0
    while hashes:
        for index in range((len(hashes) + 255) // 256):
            part = hashes[index * 256:(index + 1) * 256]
            assert read_tile(log, level, index, len(part)) == b"".join(part), (level, index)
            tiles += 1
        hashes = [root_of(hashes[i:i + 256]) for i in range(0, len(hashes) - 255, 256)]
        level += 1
    levels = [leaves]
    while len(levels[-1]) > 1:
        last = levels[-1]
        levels.append([node(last[i], last[i + 1]) if i + 1 < len(last) else last[i] for i in range(0, len(last), 2)])
    rng = random.Random(options.seed)
    for index in (rng.randrange(size) for _ in range(options.proofs)):
        path = inclusion(levels, index)
        assert proven_root(leaves[index], index, size, path) == root, index
        assert proven_root(leaves[index], (index + 1) % size, size, path) != root or size == 1, index
    files = [] if sys.stdin.isatty() else [line.strip() for line in sys.stdin if line.strip()]
    for file in files: check_file(file, note, vkey)
    told = "signature holds" if signed else "signature not checked (no cryptography module)"
    print(f"{origin}: {size} entries, {tiles} tiles, {options.proofs} proofs and {len(files)} proof files hold; {told}")


if __name__ == "__main__": main()
