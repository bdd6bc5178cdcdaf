#!/bin/sh
# F1 and speed of page reading, beside the extractors of Python, in one run:
#   Benchmarks/pages.sh TRUTH.json HTML_DIR
# TRUTH maps a page id to {"articleBody": text}; HTML_DIR holds ID.html.gz (the public article-extraction-benchmark).
set -eu
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=python3
if python3 -m venv "$work/venv" && "$work/venv/bin/pip" install -q trafilatura lxml_html_clean cssselect chardet \
  && "$work/venv/bin/pip" install -q --no-deps readability-lxml; then
  python="$work/venv/bin/python"
else
  echo "the peers could not be installed: banluu alone" >&2
fi
"$python" "$here/pages.py" "$1" "$2" .build/release/banluu
