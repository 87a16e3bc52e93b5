/** A backup or restore that cannot go on, for a reason that its operator can mend. `message` is one plain sentence or two. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}
