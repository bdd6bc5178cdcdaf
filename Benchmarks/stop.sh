#!/bin/sh
# SIGTERM at random moments: how long the daemon takes to end, and whether the archive is whole.
set -eu
banluu=$1
port=${PORT:-8920}
rounds=${ROUNDS:-50}
nginx=$(command -v nginx || echo /usr/sbin/nginx)
[ -x "$nginx" ] || { echo "this needs nginx: apt-get install nginx-light" >&2; exit 1; }

place=$(mktemp -d)
trap 'kill "$(cat "$place/pid" 2>/dev/null)" 2>/dev/null || true; rm -rf "$place"' EXIT
mkdir "$place/www" "$place/tmp"
chmod 755 "$place" "$place/www"
cat >"$place/nginx.conf" <<END
worker_processes 1;
pid $place/pid;
error_log $place/error.log crit;
events { worker_connections 512; }
http {
  access_log off;
  default_type text/html;
  client_body_temp_path $place/tmp; proxy_temp_path $place/tmp; fastcgi_temp_path $place/tmp;
  uwsgi_temp_path $place/tmp; scgi_temp_path $place/tmp;
  server { listen 127.0.0.1:$port; root $place/www; }
}
END
{
  echo '<rss version="2.0"><channel><title>Tin</title>'
  for n in $(seq 200); do
    echo "<item><title>Bản tin số $n</title><link>http://127.0.0.1:$port/ban-tin-so-$n.html</link></item>"
    cat >"$place/www/ban-tin-so-$n.html" <<END
<html><head><title>Bản tin số $n</title></head><body><article><h1>Bản tin số $n</h1>
<p>Trạm đo số $n ghi mực nước $((100 + 7 * n)) cm lúc sáu giờ, cao hơn hôm qua $((n + 2)) cm.</p>
<p>Người dân ven suối Nậm $((31 * n)) được nhắc dời chuồng trại lên bãi cao trước khi trời tối.</p></article></body></html>
END
  done
  echo '</channel></rss>'
} >"$place/www/rss.xml"
cat >"$place/feeds.yaml" <<END
version: 1
network: {per-host-delay: 0s, allow-addresses: [127.0.0.0/8]}
archive: {min-free: 1MB}
outlets: [{id: bao, feeds: [{url: "http://127.0.0.1:$port/rss.xml"}]}]
END
"$nginx" -e "$place/error.log" -c "$place/nginx.conf"

slowest=0
for round in $(seq "$rounds"); do
  "$banluu" daemon --feeds "$place/feeds.yaml" --archive "$place/archive-$((round % 10))" 2>"$place/log" &
  daemon=$!
  # Signals before the service is up end it like any program.
  until grep -q ' info started' "$place/log"; do sleep 0.02; done
  sleep "$(awk -v seed="$round" 'BEGIN { srand(seed); printf "%.3f", rand() * 2 }')"
  before=$(date +%s%N)
  kill "$daemon"
  code=0
  wait "$daemon" || code=$?
  took=$((($(date +%s%N) - before) / 1000000))
  [ "$took" -gt "$slowest" ] && slowest=$took
  [ "$code" -eq 0 ] || { echo "round $round ended with $code" >&2; exit 1; }
done
articles=""
for archive in "$place"/archive-*; do
  "$banluu" crawl --feeds "$place/feeds.yaml" --archive "$archive" >/dev/null
  articles="$articles $("$banluu" query stats --json --archive "$archive" | tr ',{' '\n\n' | sed -n 's/"versions"://p')"
done
echo "$rounds SIGTERMs at random moments: every one exit 0, the slowest $slowest ms"
echo "versions in each archive after one more crawl:$articles (200 articles)"
