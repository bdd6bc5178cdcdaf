#!/bin/sh
# Conditional polls of 2,000 hosts (127.0.x.y, one nginx) beside curl's, in the same run.
set -eu
bench=$1
port=${PORT:-8900}
rounds=${ROUNDS:-20}
width=${WIDTH:-64}
nginx=$(command -v nginx || echo /usr/sbin/nginx)
[ -x "$nginx" ] || { echo "this needs nginx: apt-get install nginx-light" >&2; exit 1; }

place=$(mktemp -d)
trap 'kill "$(cat "$place/pid" 2>/dev/null)" 2>/dev/null || true; rm -rf "$place"' EXIT
mkdir "$place/www" "$place/tmp"
chmod 755 "$place" "$place/www"
echo '<rss version="2.0"><channel><title>Tin</title></channel></rss>' >"$place/www/rss"
cat >"$place/nginx.conf" <<END
worker_processes 1;
pid $place/pid;
error_log $place/error.log crit;
events { worker_connections 4096; }
http {
  access_log off;
  client_body_temp_path $place/tmp; proxy_temp_path $place/tmp; fastcgi_temp_path $place/tmp;
  uwsgi_temp_path $place/tmp; scgi_temp_path $place/tmp;
  server { listen 0.0.0.0:$port backlog=4096; root $place/www; allow 127.0.0.0/8; deny all; }
}
END
"$nginx" -e "$place/error.log" -c "$place/nginx.conf"

awk -v port="$port" 'BEGIN { for (i = 0; i < 2000; i++) printf "http://127.0.%d.%d:%d/rss\n", 1 + int(i / 250), 1 + i % 250, port }' >"$place/urls"
etag=$(curl -sI "http://127.0.0.1:$port/rss" | tr -d '\r' | sed -n 's/^ETag: //p')
"$bench" beside-curl "$place/urls" "$etag" "$width" "$rounds"
