import { spawn } from 'node:child_process'
import { StartError } from '../server/platform/embedded-postgres/errors'
import { sentenceFor } from '../server/platform/embedded-postgres/explain-failure'
import type { Note } from './progress.mjs'

const KEPT_CHARACTERS = 20_000
const DISK_OR_RIGHTS = /no space left on device|ENOSPC|read-only file system|EROFS|EACCES/i

/** What every step of the launcher works with. */
export interface Context {
  /** The project's folder, absolute. */
  root: string
  env: NodeJS.ProcessEnv
  /** Ends the step early. */
  signal: AbortSignal
  /** Is told each line that the step's program writes. */
  note?: Note
}

/**
 * Runs one of our Node programs to its end and returns what it wrote to stdout.
 *
 * @param args what follows `node`
 * @param title what is being done, for the message when it fails, e.g. "Building the pages"
 * @throws {StartError} when it fails, with the end of its output
 */
export function runNode(args: string[], title: string, { root, env, signal, note }: Context): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      signal,
      killSignal: 'SIGTERM',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let output = ''
    const keep = (chunk: string) => {
      output = (output + chunk).slice(-KEPT_CHARACTERS)
      const line = lastLine(chunk)
      if (line) note?.(line)
    }
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk
      keep(chunk)
    })
    child.stderr.setEncoding('utf8').on('data', keep)
    child.on('error', reject)
    child.on('close', (code, endedBy) => {
      if (code === 0) resolve(stdout)
      else reject(failure(title, output, endedBy ?? code, root))
    })
  })
}

/** What a person can read of some output; JSON is for us alone. */
function lastLine(chunk: string): string | undefined {
  const lines = chunk.split('\n').map((line) => line.trim())
  return lines.findLast((line) => line !== '' && !line.startsWith('{'))
}

function failure(title: string, output: string, end: string | number | null, root: string): StartError {
  const sentence = DISK_OR_RIGHTS.test(output) ? sentenceFor(output, root) : undefined
  return new StartError(sentence ?? `${title} failed (${end}):\n${output.trim().split('\n').slice(-40).join('\n')}`)
}
