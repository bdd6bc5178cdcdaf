#!/usr/bin/env python3
"""Asks pywb for every version and every exported look of an archive: replay.py WORK WAYBACK [PORT]."""
import datetime, json, pathlib, re, subprocess, sys, time, urllib.error, urllib.request, warcio.archiveiterator

work, wayback, port = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 11080
server = subprocess.Popen([wayback, "-p", str(port)], cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
base = f"http://127.0.0.1:{port}/news"


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_): return None


def get(url, **headers):
    opener = urllib.request.build_opener(Stay)
    try: return opener.open(urllib.request.Request(url, headers=headers), timeout=10)
    except urllib.error.HTTPError as answer: return answer


try:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1).read()
            break
        except OSError: time.sleep(0.2)
    moments, payloads = [], {}
    with open(work / "looks.warc.gz", "rb") as file:
        for record in warcio.archiveiterator.ArchiveIterator(file):
            if record.rec_type not in ("response", "revisit"): continue
            head = record.rec_headers
            stamp = re.sub(r"\D", "", head["WARC-Date"])[:14]
            moments.append((record.rec_type, head["WARC-Target-URI"], stamp, head["WARC-Payload-Digest"]))
            if record.rec_type == "response": payloads[head["WARC-Payload-Digest"]] = record.content_stream().read()
    replayed = {"response": 0, "revisit": 0}
    for kind, url, stamp, digest in moments:
        answer = get(f"{base}/{stamp}id_/{url}")
        assert answer.status == 200, (kind, url, stamp, answer.status)
        body = answer.read()
        # Versions within one second share an address; any of them is right.
        same = [d for k, u, s, d in moments if u == url and s == stamp]
        assert any(body == payloads[d] for d in same), (kind, url, stamp)
        replayed[kind] += 1
    maps = gates = 0
    for url in sorted({url for _, url, _, _ in moments}):
        listing = get(f"{base}/timemap/link/{url}").read().decode()
        for stamp in {s for _, u, s, _ in moments if u == url}: assert stamp in listing, (url, stamp)
        maps += 1
        stamp = min(s for _, u, s, _ in moments if u == url)
        when = datetime.datetime.strptime(stamp, "%Y%m%d%H%M%S").strftime("%a, %d %b %Y %H:%M:%S GMT")
        gate = get(f"{base}/{url}", **{"Accept-Datetime": when})
        link = gate.headers.get("Link") or ""
        assert gate.headers.get("Vary") == "accept-datetime" and f"/{stamp}mp_/{url}>; rel=\"memento\"" in link, (url, link)
        gates += 1
    print(f"pywb: {replayed['response']} versions and {replayed['revisit']} revisits replay byte for byte; "
          f"{maps} TimeMaps and {gates} TimeGates name them")
finally:
    server.terminate()
    server.wait()
