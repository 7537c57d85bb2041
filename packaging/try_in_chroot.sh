#!/bin/sh
# Tries Topline the way a newcomer meets it: on a bare Debian with only git and apt. See packaging/README.md.
# The bare system is made once and copied for every trial; mounts live in a namespace of their own, so that nothing
# stays mounted whatever happens. Where packages come from is taken from this machine's apt.
set -eu

usage() {
    cat <<'TEXT'
usage: packaging/try_in_chroot.sh [--user] test|ci|run|deb|base|shell [ARGUMENTS]

  test   clone HEAD of this repository into a bare system and call ./dev test there
  ci     the same with .ci/run, which treats warnings as errors
  run    the same with ./dev run (no display: the terminal loop)
  deb    install the newest out/packages/*.deb (or the one given), then start both programs
  base   only make the bare system
  shell  look around in a fresh copy with a clone

  --user  as an ordinary user with sudo, not as root

TOPLINE_CHROOTS  where the systems are kept (default /var/tmp/topline-chroots)
TOPLINE_SUITE    which Debian (default bookworm)
TEXT
}

die() {
    printf 'try_in_chroot: %s\n' "$*" >&2
    exit 1
}

chroots=${TOPLINE_CHROOTS:-/var/tmp/topline-chroots}
suite=${TOPLINE_SUITE:-bookworm}
base=$chroots/$suite
source_dir=$(cd "$(dirname -- "$0")/.." && pwd)

make_base() {
    [ ! -e "$base/.complete" ] || return 0
    command -v debootstrap >/dev/null || die "please install debootstrap"
    # shellcheck disable=SC2016 # the braces are apt's
    mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | head -n 1)
    [ -n "$mirror" ] || die "this machine's apt names no package source"
    rm -rf --one-file-system "$base"
    mkdir -p "$chroots"
    debootstrap --variant=minbase --include=git,ca-certificates "$suite" "$base" "$mirror"
    # Proxies and the like, but none of this machine's hooks: the programs they call are not in there.
    apt-config dump | grep -E '^Acquire::(http|https|Check-|Retries|AllowInsecure)' \
        >"$base/etc/apt/apt.conf.d/00host" || true
    if grep -q "VERSION_CODENAME=$suite" /etc/os-release; then
        rm -f "$base/etc/apt/sources.list"
        for part in sources.list sources.list.d trusted.gpg.d keyrings; do
            [ ! -e "/etc/apt/$part" ] || cp -a "/etc/apt/$part" "$base/etc/apt/"
        done
    fi
    mkdir -p "$base/usr/local/share/ca-certificates"
    cp -a /usr/local/share/ca-certificates/. "$base/usr/local/share/ca-certificates/" 2>/dev/null || true
    chroot "$base" update-ca-certificates >/dev/null
    touch "$base/.complete"
}

# inside COMMAND...: in the trial, as the chosen user, with nothing of this machine's environment.
inside() {
    if [ "$as_user" = yes ]; then
        chroot "$trial" su - newcomer -c "cd topline 2>/dev/null; $*"
    else
        chroot "$trial" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb \
            sh -c "cd /root/topline 2>/dev/null; $*"
    fi
}

prepare_trial() {
    trial=$chroots/trial-$mode
    rm -rf --one-file-system "$trial"
    cp -a --reflink=auto "$base" "$trial"
    cp -L /etc/resolv.conf /etc/hosts "$trial/etc/"
    mkdir -p "$chroots/archives" "$trial/var/cache/apt/archives"
    mount --bind "$chroots/archives" "$trial/var/cache/apt/archives"
    mount -t proc proc "$trial/proc"
    mount -t tmpfs -o mode=755 dev "$trial/dev"
    for node in null zero full random urandom tty; do
        touch "$trial/dev/$node"
        mount --bind "/dev/$node" "$trial/dev/$node"
    done
    mkdir -p "$trial/dev/shm" "$trial/dev/pts"
    mount -t tmpfs -o mode=1777 shm "$trial/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$trial/dev/pts"
    ln -s pts/ptmx "$trial/dev/ptmx"
    ln -s /proc/self/fd "$trial/dev/fd"
    home=root
    if [ "$as_user" = yes ]; then
        chroot "$trial" sh -c "apt-get update -qq && apt-get install -y -qq --no-install-recommends sudo >/dev/null"
        chroot "$trial" useradd --create-home --shell /bin/sh newcomer
        echo "newcomer ALL=(ALL) NOPASSWD: ALL" >"$trial/etc/sudoers.d/newcomer"
        home=home/newcomer
    fi
    git clone --quiet --no-hardlinks "$source_dir" "$trial/$home/topline"
    [ "$as_user" = no ] || chroot "$trial" chown -R newcomer: /home/newcomer
}

try_deb() {
    # shellcheck disable=SC2012 # package names hold nothing that ls would change
    deb=${1:-$(ls -t "$source_dir"/out/packages/*.deb 2>/dev/null | head -n 1)}
    [ -f "$deb" ] || die "no package given and none in out/packages; run ./dev package first"
    cp "$deb" "$trial/tmp/topline.deb"
    chroot "$trial" sh -c "apt-get update -qq &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends /tmp/topline.deb"
    inside "topline-cli help"
    inside "topline-cli --workspace /tmp/trial.topline new --demo --seed 1"
    inside "topline-cli --workspace /tmp/trial.topline feed | head -n 20"
    inside "QT_QPA_PLATFORM=offscreen topline --shots /tmp/shots && ls -l /tmp/shots"
    # A window that is still open after ten seconds was ended by timeout, which then answers 124.
    status=0
    inside "QT_QPA_PLATFORM=offscreen timeout 10 topline --workspace /tmp/trial.topline" || status=$?
    [ "$status" -eq 124 ] || die "the window ended by itself with status $status"
    printf 'try_in_chroot: the package installs, and both programs start\n'
}

as_user=no
if [ "${1:-}" = --user ]; then
    as_user=yes
    shift
fi
mode=${1:-help}
[ $# -eq 0 ] || shift
case "$mode" in
test | ci | run | deb | base | shell) ;;
*)
    usage
    exit 2
    ;;
esac
[ "$(id -u)" -eq 0 ] || die "chroot needs root"
if [ -z "${TOPLINE_TRIAL_NAMESPACE:-}" ]; then
    [ "$as_user" = no ] || set -- --user "$mode" "$@"
    [ "$as_user" = yes ] || set -- "$mode" "$@"
    TOPLINE_TRIAL_NAMESPACE=yes exec unshare --mount --pid --fork --kill-child -- "$0" "$@"
fi

make_base
[ "$mode" != base ] || exit 0
prepare_trial
started=$(date +%s)
case "$mode" in
test) inside "./dev test $*" ;;
ci) inside ".ci/run" ;;
run) inside "./dev run $*" ;;
deb) try_deb "$@" ;;
shell) inside "sh -i" ;;
esac
printf 'try_in_chroot: %s took %s s; the system stays in %s\n' "$mode" "$(($(date +%s) - started))" "$trial"
