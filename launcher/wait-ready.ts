import fs from 'node:fs'
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '../server/platform/embedded-postgres/errors'
import type { Supervisor } from './supervisor'

const DEADLINE_MS = 120_000
const REQUEST_LIMIT_MS = 5_000
/** A child that has ended this often before it ever answered will not get better. */
const HOPELESS_DEATHS = 5

export interface ReadyCheck {
  name: string
  /** Answers 200 when the child can serve. */
  url: string
  logFile: string
}

/**
 * Waits until a child answers that it is ready.
 *
 * @throws {StartError} with the end of its log, when it keeps ending or does not answer within two minutes
 */
export async function waitUntilReady(check: ReadyCheck, supervisor: Supervisor, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS
  while (!(await answersOk(check.url))) {
    signal.throwIfAborted()
    if (supervisor.deaths(check.name) >= HOPELESS_DEATHS) throw notReady(check, 'keeps ending')
    if (Date.now() > deadline) throw notReady(check, 'does not answer')
    await sleep(100)
  }
}

/** On a connection of its own, so that none stays open and keeps the child from closing later. */
function answersOk(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false, timeout: REQUEST_LIMIT_MS }, (response) => {
      response.resume()
      response.on('close', () => resolve(response.statusCode === 200))
    })
    request.on('timeout', () => request.destroy(new Error('no answer in time')))
    request.on('error', () => resolve(false))
  })
}

function notReady({ name, logFile }: ReadyCheck, what: string): StartError {
  const tail = fs.readFileSync(logFile, 'utf8').trim().split('\n').slice(-25).join('\n')
  return new StartError(`The ${name} process ${what}. The end of ${logFile}:\n${tail}`)
}
