#!/usr/bin/env python3
"""Print feeds as JSON lines by another parser: feeds_peer.py feedparser|fastfeedparser FILE..."""
import json, sys, time

name, files = sys.argv[1], sys.argv[2:]
if name == "feedparser":
    import feedparser as peer
    contents = lambda e: e.get("content", [{}])[0].get("value")
else:
    import fastfeedparser as peer
    contents = lambda e: (e.get("content") or [{}])[0].get("value")
for file in files:
    with open(file, "rb") as opened:
        data = opened.read()
    try:
        feed = peer.parse(data)
    except Exception as error:
        print(f"{file}: {error}", file=sys.stderr)
        continue
    channel = feed.feed
    print(json.dumps({
        "title": channel.get("title"), "link": channel.get("link"), "description": channel.get("description"),
        "language": channel.get("language"),
        "items": [{
            "id": e.get("id"), "link": e.get("link"), "title": e.get("title"), "summary": e.get("description", e.get("summary")),
            "content": contents(e), "author": e.get("author"), "published": e.get("published"), "updated": e.get("updated"),
            "categories": [t.get("term") for t in e.get("tags") or []],
            "enclosures": [dict(x) for x in e.get("enclosures") or []],
        } for e in feed.entries]}, ensure_ascii=False))
