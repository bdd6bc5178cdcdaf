#!/usr/bin/env python3
"""Make feeds of full articles: make_feeds.py ARTICLES FOLDER [FEEDS] [ENTRIES]

ARTICLES: JSON lines, gzip or not, with id, title, summary, body. The texts go in as they are, control characters too,
as real publishing systems let them through.
"""
import datetime, gzip, html, json, os, sys

articles, folder = sys.argv[1:3]
feeds, entries = (int(n) for n in (sys.argv[3:] + ["200", "40"][len(sys.argv) - 3:]))
os.makedirs(folder, exist_ok=True)
opened = gzip.open if articles.endswith(".gz") else open
rows = [json.loads(line) for line, _ in zip(opened(articles, "rt", encoding="utf-8"), range(feeds * entries))]
start = datetime.datetime(2026, 1, 5, 6, 0, 0)
size = 0
for number in range(feeds):
    items = []
    for place, row in enumerate(rows[number * entries:(number + 1) * entries]):
        address = f"https://bao{number}.example.vn/tin-tuc/{row['id']}.html"
        date = (start + datetime.timedelta(minutes=number * entries + place)).strftime("%a, %d %b %Y %H:%M:%S +0700")
        body = "".join(f"<p>{html.escape(line, quote=False)}</p>\n" for line in row["body"].split("\n"))
        cdata = body.replace("]]>", "]]&gt;")
        items.append(
            f"<item>\n<title>{html.escape(row['title'], quote=False)}</title>\n<link>{address}?utm_source=rss&amp;p={place}</link>\n"
            f"<guid isPermaLink=\"true\">{address}</guid>\n<pubDate>{date}</pubDate>\n<dc:creator>Phóng viên {place}</dc:creator>\n"
            f"<category>Thời sự</category>\n<description><![CDATA[<p>{html.escape(row['summary'], quote=False)}</p>]]></description>\n"
            f"<content:encoded><![CDATA[{cdata}]]></content:encoded>\n</item>\n")
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>\n'
        f"<title>Báo {number}</title>\n<link>https://bao{number}.example.vn/</link>\n<description>Tin tức</description>\n"
        f"<language>vi</language>\n{''.join(items)}</channel>\n</rss>\n")
    data = text.encode("utf-8")
    size += len(data)
    with open(os.path.join(folder, f"feed-{number:03}.xml"), "wb") as file:
        file.write(data)
print(f"{feeds} feeds, {len(rows)} entries, {size / 1e6:.1f} MB in {folder}")
