import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { isAlive, startMark } from '../server/platform/embedded-postgres/process-table'

/** A process, and the mark that tells it from a later one with the same number. */
const processSchema = z.object({ pid: z.number().int().positive(), mark: z.string().optional() })
const recordSchema = z.strictObject({
  owner: processSchema,
  /** Where the owner serves, or will. */
  port: z.number().int().optional(),
  children: z.array(processSchema),
  isClosing: z.boolean(),
})

export type LockRecord = z.infer<typeof recordSchema>
export type ProcessRef = z.infer<typeof processSchema>

export interface ProcessLock {
  /** What a dead owner left written in the lock, if there was one. */
  abandoned?: LockRecord
  /** Notes what others, and the next owner if we are killed, need to know. */
  update(changes: Partial<Omit<LockRecord, 'owner'>>): void
  release(): void
}

export function refTo(pid: number): ProcessRef {
  return { pid, mark: startMark(pid) }
}

/** Whether that very process still runs. */
export function isRunning({ pid, mark }: ProcessRef): boolean {
  return isAlive(pid) && startMark(pid) === mark
}

/**
 * Takes a lock file for this process. One whose owner has died is taken over.
 *
 * @returns the lock, or the record of the live owner
 */
export function takeLock(file: string): ProcessLock | { heldBy: LockRecord } {
  let record: LockRecord = { owner: refTo(process.pid), children: [], isClosing: false }
  let abandoned: LockRecord | undefined
  while (!writeExclusively(file, record)) {
    const present = readLock(file)
    if (present && isRunning(present.owner)) return { heldBy: present }
    abandoned = present
    removeAbandoned(file)
  }
  return {
    abandoned,
    update: (changes) => {
      record = { ...record, ...changes }
      replace(file, record)
    },
    release: () => fs.rmSync(file, { force: true }),
  }
}

/** Takes a lock file, waiting while another process holds it. */
export async function waitForLock(file: string): Promise<ProcessLock> {
  for (;;) {
    const lock = takeLock(file)
    if (!('heldBy' in lock)) return lock
    await sleep(200)
  }
}

/** Writes the whole record under a new name and links it into place, so that no one ever reads half of it. */
function writeExclusively(file: string, record: LockRecord): boolean {
  const draft = `${file}.${process.pid}`
  fs.writeFileSync(draft, JSON.stringify(record), { mode: 0o600 })
  try {
    fs.linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

function replace(file: string, record: LockRecord) {
  const draft = `${file}.${process.pid}`
  fs.writeFileSync(draft, JSON.stringify(record), { mode: 0o600 })
  fs.renameSync(draft, file)
}

/** Renaming tells two processes that take over at once apart: the slower one must not remove the faster one's lock. */
function removeAbandoned(file: string) {
  const taken = `${file}.abandoned.${process.pid}`
  try {
    fs.renameSync(file, taken)
  } catch {
    return // another one was faster
  }
  const record = readLock(taken)
  if (record && isRunning(record.owner)) fs.renameSync(taken, file)
  else fs.rmSync(taken, { force: true })
}

/** What stands in a lock file; undefined where there is none. */
export function readLock(file: string): LockRecord | undefined {
  try {
    return recordSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
