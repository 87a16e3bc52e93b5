#!/usr/bin/env bash
# The house's own backup (docs/backup.md), every night at BACKUP_HOUR, in the image `setup`: made, then read again from its first file to
# its last. `nightly.sh now` makes one at once; `nightly.sh verify NAME` and `nightly.sh restore NAME` do the same as npm's commands.
set -euo pipefail

backups="${BACKUPS:-/backups}"
run() { node --import tsx server/backup/run.ts "$@"; }

backup() {
  run backup "$backups" "${BACKUP_KEEP:-14}" && run verify "$(find "$backups" -maxdepth 1 -name 'vernissage-*' | sort | tail -1)"
}

case "${1:-}" in
  now) backup ;;
  verify | restore) run "$1" "$backups/${2:?which? ls $backups}" ;;
  '')
    while true; do
      seconds=$(($(date -u -d "tomorrow ${BACKUP_HOUR:-3}:00" +%s) - $(date -u +%s)))
      sleep "$((seconds > 86400 ? seconds - 86400 : seconds))" &
      # A sleep in the foreground would not let go when the container is asked to end.
      wait $!
      backup || echo '{"level":"error","msg":"backup failed"}' >&2
    done
    ;;
  *)
    echo "nightly.sh [now | verify NAME | restore NAME]" >&2
    exit 2
    ;;
esac
