#!/bin/sh
# Keeps the demo's archive as this release writes it, with its answers, to be opened by every later one: keep.sh BANLUU
set -eu
banluu=$1
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
"$banluu" demo --archive "$place/demo" >"$place/log"
mkdir "$place/answers"
"$banluu" backup "$place/archive" --archive "$place/demo" >>"$place/log"
for list in edits copies stale; do
  "$banluu" query "$list" --all --format jsonl --archive "$place/archive" >"$place/answers/$list.jsonl"
done
"$banluu" export jsonl --archive "$place/archive" >"$place/answers/export.jsonl"
tar -C "$place" -czf "$here/release-$("$banluu" --version).tar.gz" archive answers
