# To be sourced: `start_nginx LISTEN CONNECTIONS` serves $place/www until the script ends.
nginx=$(command -v nginx || echo /usr/sbin/nginx)
[ -x "$nginx" ] || { echo "this needs nginx: apt-get install nginx-light" >&2; exit 1; }

place=$(mktemp -d)
trap 'kill "$(cat "$place/pid" 2>/dev/null)" 2>/dev/null || true; rm -rf "$place"' EXIT
mkdir "$place/www" "$place/tmp"
chmod 755 "$place" "$place/www"

start_nginx() {
  cat >"$place/nginx.conf" <<END
worker_processes 1;
pid $place/pid;
error_log $place/error.log crit;
events { worker_connections $2; }
http {
  access_log off;
  default_type text/html;
  client_body_temp_path $place/tmp; proxy_temp_path $place/tmp; fastcgi_temp_path $place/tmp;
  uwsgi_temp_path $place/tmp; scgi_temp_path $place/tmp;
  server { listen $1; root $place/www; allow 127.0.0.0/8; deny all; }
}
END
  "$nginx" -e "$place/error.log" -c "$place/nginx.conf"
}
