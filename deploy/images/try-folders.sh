#!/usr/bin/env bash
# What try-images.sh does, without building images and for anybody: the build's own steps into empty folders, `deploy/images/try-folders.sh
# [FOLDER]`, then setup, web and worker out of these alone, the story told to
# them in HTTP and over the socket, a backup and a restore. The checkout must be installed and built (npm start, or
# npx next build). Ports 13900 and 13901, or WEB_PORT and WORKER_PORT.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
work="${1:-$(mktemp -d /var/tmp/vernissage-folders.XXXXXX)}"
web_port="${WEB_PORT:-13900}" worker_port="${WORKER_PORT:-13901}"
pids=()
end() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait
  for each in database second; do (cd "$root" && VERNISSAGE_DATA="$work/$each" npx tsx launcher/database.ts stop) || true; done
}
trap end EXIT

[ -f "$root/.next/BUILD_ID" ] || { echo "There is no build: npx next build first."; exit 2; }
mkdir -p "$work/data"
for role in web worker setup; do (cd "$root" && npx tsx deploy/images/assemble.ts "$role" "$work/$role"); done

database="$(cd "$root" && VERNISSAGE_DATA="$work/database" npx tsx launcher/database.ts start | tail -1)"
run() {
  local role="$1"
  shift
  cd "$work/$role"
  exec env -i PATH="$PATH" HOME=/tmp NODE_ENV=production VERNISSAGE_DATA="$work/data" DATABASE_URL="$database" \
    AUTH_SECRET=for-the-trial-of-the-images-only-0123456789 TRUSTED_PROXIES=1 ADMISSION_THRESHOLDS=600,700,800,900 "$@"
}
ready() {
  for _ in $(seq 240); do
    curl -fso /dev/null "$1" && return
    sleep 1
  done
  echo "$1 does not answer"
  return 1
}

(run setup node --import tsx launcher/setup.ts)
(run web PORT="$web_port" HOST=127.0.0.1 node --import tsx app/main.ts >"$work/web.out" 2>&1) &
pids+=($!)
(run worker WORKER_PORT="$worker_port" node --import tsx worker/main.ts >"$work/worker.out" 2>&1) &
pids+=($!)
ready "http://127.0.0.1:$web_port/api/health/ready"
ready "http://127.0.0.1:$worker_port/health/ready"
(cd "$root" && DATABASE_URL="$database" VERNISSAGE_DATA="$work/data" npx tsx drills/show/tell.ts "http://127.0.0.1:$web_port")

# The backup service of deploy/compose, on the house as the story left it, and back into an empty database.
second="$(cd "$root" && VERNISSAGE_DATA="$work/second" npx tsx launcher/database.ts start | tail -1)"
mkdir -p "$work/backups" "$work/restored"
nightly="$root/deploy/compose/backup/nightly.sh"
(run setup BACKUPS="$work/backups" bash "$nightly" now)
(run setup BACKUPS="$work/backups" VERNISSAGE_DATA="$work/restored" DATABASE_URL="$second" bash "$nightly" restore "$(ls "$work/backups")")
echo "What the images hold starts, the story is told on it, and it backs a house up and restores it."
