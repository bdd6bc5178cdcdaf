#!/bin/sh
# What other programs make of an archive: warcio, pywb, py-wacz, and a second implementation of the log.
#   Tests/Interop/run.sh BANLUU [VENV]      VENV: where the Python packages are put, outside the repository
set -eu
banluu=$1
venv=${2:-${TMPDIR:-/tmp}/banluu-interop}
here=$(cd "$(dirname "$0")" && pwd)
[ -x "$venv/bin/pywb" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install -q warcio pywb wacz cryptography setuptools; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$banluu" demo --archive "$work/archive" >/dev/null
for segment in "$work"/archive/warc/*.warc.gz; do
  "$venv/bin/warcio" check "$segment"
  "$venv/bin/warcio" index "$segment" >/dev/null
done
echo "warcio: check and index are clean on every segment"

"$banluu" export warc --looks -o "$work/looks.warc.gz" --archive "$work/archive" 2>/dev/null
"$venv/bin/warcio" check "$work/looks.warc.gz"
"$banluu" export jsonl -o "$work/versions.jsonl" --archive "$work/archive" 2>/dev/null
"$banluu" export wacz -o "$work/export.wacz" --archive "$work/archive" 2>/dev/null
"$venv/bin/wacz" validate -f "$work/export.wacz" | tail -1

for url in $(sed -n 's/.*"url":"\([^"]*\)".*/\1/p' "$work/versions.jsonl" | sort -u); do
  file=$work/proof-$(echo "$url" | cksum | cut -d' ' -f1)
  "$banluu" log proof "$url" --archive "$work/archive" >"$file"
  echo "$file"
done | "$venv/bin/python" "$here/check_log.py" "$work/archive"

(cd "$work" && "$venv/bin/wb-manager" init news >/dev/null 2>&1 && "$venv/bin/wb-manager" add news looks.warc.gz >/dev/null 2>&1)
"$venv/bin/python" "$here/replay.py" "$work" "$venv/bin/wayback"
