#!/bin/sh
# Runs a command in a home of its own: with_keyring.sh HOME open|locked|none COMMAND [ARGUMENT...]
# open: with a session bus and a real, unlocked Secret Service (gnome-keyring), both of which end with
# the command. locked: with the bus, but nothing to unlock the keyring with. none: without a bus.
set -eu
home=$1
mode=$2
shift 2
mkdir -p "$home/run"
chmod 700 "$home/run"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY QTKEYCHAIN_BACKEND GNOME_KEYRING_CONTROL
HOME=$home
XDG_RUNTIME_DIR=$home/run
XDG_DATA_HOME=$home/.local/share
XDG_CONFIG_HOME=$home/.config
XDG_CACHE_HOME=$home/.cache
XDG_STATE_HOME=$home/.local/state
XDG_CURRENT_DESKTOP=${TEST_DESKTOP:-GNOME}
export HOME XDG_RUNTIME_DIR XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME XDG_CURRENT_DESKTOP

case $mode in
open)
    # The first line on its input is the password of the keyring that it makes.
    # shellcheck disable=SC2016 # the inner shell expands it
    exec dbus-run-session -- sh -c '
        echo test | gnome-keyring-daemon --unlock --components=secrets >"$HOME/keyring.log" 2>&1
        "$@"' sh "$@"
    ;;
locked)
    exec dbus-run-session -- "$@"
    ;;
none)
    exec "$@"
    ;;
esac
echo "with_keyring.sh: unknown mode $mode" >&2
exit 2
