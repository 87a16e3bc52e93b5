/**
 * A start that cannot go on, for a reason its operator can mend. `message` is one plain sentence, meant to be printed
 * as it is.
 */
export class StartError extends Error {
  override readonly name = 'StartError'
}
