#!/usr/bin/env bash
# Builds the images for real, without Docker, and starts them: `deploy/images/try-images.sh [FOLDER]`, as root on Debian, with buildah,
# debootstrap and util-linux. It wants 10 GB; a FOLDER of yours is kept, and its layers make the next run quick. docs/decisions/0140 tells what it
# proves and what it cannot.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
is_ours="$([ $# -eq 0 ] && echo yes || echo no)"
work="${1:-$(mktemp -d /var/tmp/vernissage-images.XXXXXX)}"
base="$(sed -n 's/^ARG NODE_IMAGE=\([^@]*\).*/\1/p' "$root/Dockerfile")"
build() { buildah --root "$work/store" --runroot "$work/run" --storage-driver overlay "$@"; }
pids=()
# unshare passes no SIGTERM on (util-linux 2.38 blocks it), so what runs inside is asked.
leave() {
  local pid status=0
  for pid in "${pids[@]}"; do kill $(ps -o pid= --ppid "$pid") 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" || status=$?; done
  pids=()
  return "$status"
}
end() {
  leave || true
  for each in database second; do [ ! -d "$work/$each" ] || (cd "$root" && VERNISSAGE_DATA="$work/$each" npx tsx launcher/database.ts stop) || true; done
  build umount -a >/dev/null 2>&1 || true
  build rm -a >/dev/null 2>&1 || true
}
trap end EXIT

for program in buildah debootstrap unshare curl ps; do
  command -v "$program" >/dev/null || { echo "$program is missing: apt-get install buildah debootstrap util-linux curl procps"; exit 2; }
done
mkdir -p "$work"

stand_in_for_the_base() {
  debootstrap --variant=minbase --include=ca-certificates bookworm "$work/base" >"$work/debootstrap.log"
  rm -rf "$work"/base/{usr/share/{doc,man,locale,info,i18n},var/cache/apt,var/lib/apt/lists}/*
  cp "$(readlink -f "$(command -v node)")" "$work/base/usr/local/bin/node"
  mkdir -p "$work/base/usr/local/lib/node_modules" "$work/base/usr/local/etc"
  cp -r "$(readlink -f "$(dirname "$(readlink -f "$(command -v npm)")")/..")" "$work/base/usr/local/lib/node_modules/npm"
  ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$work/base/usr/local/bin/npm"
  ln -sf ../lib/node_modules/npm/bin/npx-cli.js "$work/base/usr/local/bin/npx"
  # The certificates that this machine trusts, for the registry that it uses.
  cp /etc/ssl/certs/ca-certificates.crt "$work/base/etc/ssl/certs/"
  echo cafile=/etc/ssl/certs/ca-certificates.crt >"$work/base/usr/local/etc/npmrc"
  chroot "$work/base" useradd --uid 1000 --create-home node
  local container
  container="$(build from scratch)"
  build add -q "$container" "$work/base" /
  build config --cmd node "$container"
  build commit -q "$container" "$base"
  build rm "$container" >/dev/null
}

build images --format '{{.Name}}:{{.Tag}}' | grep -qF "$base" || stand_in_for_the_base
for target in web worker setup; do
  build bud --pull-never --isolation chroot --build-arg "NODE_IMAGE=$base" --layers --target "$target" -t "vernissage/$target:try" "$root" >"$work/$target.log" 2>&1 ||
    { tail -20 "$work/$target.log"; exit 1; }
done

# Everything in an image, base included; what it adds to the base comes out of assemble.ts.
megabytes_of() { du -sm --apparent-size "$(build mount "$(build from --pull-never "$1")")" | cut -f1; }
echo "base: $(megabytes_of "$base") MB"
for target in web worker setup; do
  size="$(megabytes_of "localhost/vernissage/$target:try")"
  echo "$target: $size MB, of which ours $(sed -n "s/.*$target: \([0-9.]* MB\) in .*/\1/p" "$work/$target.log" | tail -1)"
  [ "$target" != web ] || [ "$size" -le 350 ] || { echo "web is larger than 350 MB."; exit 1; }
done

# In a container of our own: root read-only, /tmp and /data alone to write, user 1000, no rights to gain; the host's network.
run() {
  local target="$1" mount
  shift
  mount="$(build mount "$(build from --pull-never "localhost/vernissage/$target:try")")"
  exec env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin unshare --mount --pid --fork --kill-child=SIGTERM bash -c '
    mount --rbind "$1" "$1" && mount -o remount,ro,bind "$1"
    mount -t tmpfs tmpfs "$1/tmp" && mount --bind "$2" "$1/data" && mount -t proc proc "$1/proc"
    mount -t tmpfs -o mode=755 tmpfs "$1/dev" && for each in null zero random urandom; do touch "$1/dev/$each" && mount --bind "/dev/$each" "$1/dev/$each"; done
    exec setpriv --no-new-privs chroot --userspec=1000:1000 "$1" /usr/bin/env --chdir=/app NODE_ENV=production VERNISSAGE_DATA=/data HOME=/tmp "${@:3}"
  ' bash "$mount" "$work/data" "$@"
}

ready() { for _ in $(seq 240); do curl -fso /dev/null "$1" && return; sleep 1; done; echo "$1 does not answer"; return 1; }

# A house of its own for each trial.
rm -rf "$work"/{data,database,second}
mkdir -p "$work/data" && chown 1000:1000 "$work/data"
DATABASE_URL="$(cd "$root" && VERNISSAGE_DATA="$work/database" npx tsx launcher/database.ts start | tail -1)"
settings=("DATABASE_URL=$DATABASE_URL" AUTH_SECRET=for-the-trial-of-the-images-only-0123456789 ADMISSION_THRESHOLDS=600,700,800,900)
(run setup "${settings[@]}" node --import tsx launcher/setup.ts)
(run web "${settings[@]}" PORT=13900 node --import tsx app/main.ts >"$work/web.out" 2>&1) & pids+=($!)
(run worker "${settings[@]}" WORKER_PORT=13901 node --import tsx worker/main.ts >"$work/worker.out" 2>&1) & pids+=($!)
ready http://127.0.0.1:13900/api/health/ready
ready http://127.0.0.1:13901/health/ready
# What the engine asks every ten seconds.
(run web PORT=13900 node deploy/images/healthcheck.mjs)
(run worker node deploy/images/healthcheck.mjs /health/ready 13901)
(cd "$root" && E2E_BASE_URL=http://127.0.0.1:13900 npx playwright test story)

# The backup service of deploy/compose, on the house as the story left it, and back into an empty database.
install -m 644 "$root/deploy/compose/backup/nightly.sh" "$work/data/nightly.sh"
install -d -o 1000 -g 1000 "$work/data/backups" "$work/data/restored"
second="$(cd "$root" && VERNISSAGE_DATA="$work/second" npx tsx launcher/database.ts start | tail -1)"
(run setup "${settings[@]}" BACKUPS=/data/backups bash /data/nightly.sh now)
(run setup "${settings[@]}" DATABASE_URL="$second" VERNISSAGE_DATA=/data/restored BACKUPS=/data/backups bash /data/nightly.sh restore "$(ls "$work/data/backups")")
leave || { echo "web or worker did not leave in good order."; exit 1; }
echo "The images start as nobody on a read-only root; the story is told on them, and the house is backed up and restored by them."
if [ "$is_ours" = yes ]; then
  end
  rm -rf "$work"
fi
