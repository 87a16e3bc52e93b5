import { StartError } from './errors'

/** What PostgreSQL and the file system say, and the sentence that helps. The first that matches is taken. */
const SENTENCES: [pattern: RegExp, sentence: (folder: string) => string][] = [
  [
    /no space left on device|ENOSPC/i,
    (folder) => `The disk that holds ${folder} is full: free some space and start again.`,
  ],
  [/read-only file system|EROFS/i, (folder) => `The disk that holds ${folder} is read-only.`],
  [/permission denied|operation not permitted|EACCES|EPERM/i, (folder) => `Vernissage may not write to ${folder}.`],
  [
    /could not look up effective user ID/i,
    (folder) => `PostgreSQL does not run for a user without a name: run Vernissage as the user that owns ${folder}.`,
  ],
  [
    /valid checkpoint|invalid (primary )?checkpoint|pg_control|could not open file "(base|global|pg_)|PANIC|incorrect checksum|database files are incompatible/i,
    (folder) =>
      `The database in ${folder} is damaged. Nothing was changed: restore it from a backup, ` +
      'or point VERNISSAGE_DATA at another folder.',
  ],
]

/** The sentence for a failure that PostgreSQL or the file system reports, if it is one of those an operator can mend. */
export function sentenceFor(text: string, folder: string): string | undefined {
  return SENTENCES.find(([pattern]) => pattern.test(text))?.[1](folder)
}

/** Turns a failure to start the database into a {@link StartError} of one sentence. */
export function explainFailure(error: unknown, folder: string): StartError {
  if (error instanceof StartError) return error
  const text = error instanceof Error ? error.message : String(error)
  const lastLine = text.trim().split('\n').at(-1) ?? ''
  const sentence = sentenceFor(text, folder) ?? `The database in ${folder} does not start: ${lastLine}`
  return new StartError(sentence, { cause: error })
}
