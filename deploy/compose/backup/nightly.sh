#!/usr/bin/env bash
# Every night: a dump of the database, then the pictures, in a folder named by the day. A row is written after its file, so the
# dump comes first: no row of it points at a file that the copy lacks. `nightly.sh now` makes one at once and ends.
set -euo pipefail

backup() {
  local folder="/backups/$(date -u +%Y-%m-%d)"
  rm -rf "$folder.part"
  mkdir -p "$folder.part"
  pg_dump --format=custom --file="$folder.part/database.dump"
  tar --create --file="$folder.part/pictures.tar" --directory=/data .
  (cd "$folder.part" && sha256sum database.dump pictures.tar > SHA256SUMS)
  # Only what is whole bears its name.
  rm -rf "$folder"
  mv "$folder.part" "$folder"
  find /backups -mindepth 1 -maxdepth 1 -type d -name '20*' -mtime "+${BACKUP_KEEP_DAYS:-14}" -exec rm -rf {} +
  echo "{\"level\":\"info\",\"msg\":\"backup made\",\"folder\":\"$folder\"}"
}

if [ "${1:-}" = now ]; then
  backup
  exit
fi

while true; do
  seconds=$(($(date -u -d "tomorrow ${BACKUP_HOUR:-3}:00" +%s) - $(date -u +%s)))
  sleep "$((seconds > 86400 ? seconds - 86400 : seconds))"
  backup || echo '{"level":"error","msg":"backup failed"}' >&2
done
