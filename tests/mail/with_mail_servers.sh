#!/bin/sh
# Runs a command beside real mail servers: with_mail_servers.sh DIR SMTP_PORT IMAP_PORT COMMAND [ARGUMENT...]
# A submission server (aiosmtpd) that keeps each message in DIR/out, and Dovecot with its mail in DIR/mail;
# both on 127.0.0.1, STARTTLS and a sign-in wanted, user rep@example.com with the password "secret", the
# certificate DIR/cert.pem for "localhost". Both end with the command. Exit code 77: not installed here.
set -eu
dir=$1
smtp=$2
imap=$3
shift 3
here=$(cd "$(dirname -- "$0")" && pwd)
# The packages of Debian bring their library for this one.
python=/usr/bin/python3
PATH=$PATH:/usr/sbin
command -v dovecot >/dev/null && command -v openssl >/dev/null && $python -c 'import aiosmtpd' 2>/dev/null || exit 77
mkdir -p "$dir/run" "$dir/mail" "$dir/state" "$dir/out"
chmod 755 "$dir"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -keyout "$dir/key.pem" \
    -out "$dir/cert.pem" -subj /CN=localhost -addext subjectAltName=DNS:localhost 2>/dev/null
# Dovecot keeps no mail as root: then the system's own user does, else whoever runs this.
if [ "$(id -u)" = 0 ]; then
    owner=mail
    chown -R mail:mail "$dir/mail"
    users='default_login_user = dovenull
default_internal_user = dovecot'
    jail=
else
    owner=$(id -un)
    users="default_login_user = $owner
default_internal_user = $owner
default_internal_group = $(id -gn)"
    jail='chroot ='
fi
printf 'rep@example.com:{PLAIN}secret:%s:%s::%s\n' "$(id -u "$owner")" "$(id -g "$owner")" "$dir/mail/rep" >"$dir/users"
cat >"$dir/dovecot.conf" <<CONF
base_dir = $dir/run
state_dir = $dir/state
log_path = $dir/dovecot.log
protocols = imap
listen = 127.0.0.1
$users
mail_location = maildir:~/Maildir
first_valid_uid = 1
disable_plaintext_auth = yes
ssl = required
ssl_cert = <$dir/cert.pem
ssl_key = <$dir/key.pem
ssl_dh =
passdb {
  driver = passwd-file
  args = scheme=PLAIN $dir/users
}
userdb {
  driver = passwd-file
  args = $dir/users
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = create
    special_use = \Sent
  }
}
service imap-login {
  $jail
  inet_listener imap {
    port = $imap
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  $jail
}
service stats {
  $jail
}
CONF
dovecot -F -c "$dir/dovecot.conf" >"$dir/dovecot.out" 2>&1 &
imap_pid=$!
$python "$here/smtp_sink.py" "$smtp" "$dir" >"$dir/smtp.out" 2>&1 &
smtp_pid=$!
trap 'kill $imap_pid $smtp_pid 2>/dev/null; wait $imap_pid $smtp_pid 2>/dev/null || true' EXIT INT TERM
# Both must listen before the command runs.
$python - "$smtp" "$imap" <<'PY'
import socket, sys, time
for port in map(int, sys.argv[1:]):
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.05)
    else:
        sys.exit("no server listens on port %d" % port)
PY
"$@"
