#!/bin/sh
# Conditional polls of 2,000 hosts (127.0.x.y, one nginx) beside curl's, in the same run.
set -eu
bench=$1
port=${PORT:-8900}
rounds=${ROUNDS:-20}
width=${WIDTH:-64}
. "$(dirname "$0")/local_nginx.sh"

echo '<rss version="2.0"><channel><title>Tin</title></channel></rss>' >"$place/www/rss"
start_nginx "0.0.0.0:$port backlog=4096" 4096

awk -v port="$port" 'BEGIN { for (i = 0; i < 2000; i++) printf "http://127.0.%d.%d:%d/rss\n", 1 + int(i / 250), 1 + i % 250, port }' >"$place/urls"
etag=$(curl -sI "http://127.0.0.1:$port/rss" | tr -d '\r' | sed -n 's/^ETag: //p')
"$bench" beside-curl "$place/urls" "$etag" "$width" "$rounds"
