import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Drill, Skipped } from '../drill'
import { underCrowd } from './under-crowd'

/** How long both releases are at work together after each change. */
const TOGETHER_MS = { short: 3_000, long: 60_000 }

/** A checkout of the release before, with its packages and its build. */
function releaseBefore(): string {
  const folder = process.env.RELEASE_BEFORE
  if (!folder) throw new Skipped('RELEASE_BEFORE names no folder with the release before.')
  if (!fs.existsSync(path.join(folder, '.next/BUILD_ID'))) throw new Skipped(`${folder} has no build: start it once.`)
  return path.resolve(folder)
}

export const releases: Drill = {
  name: 'releases',
  title: 'two releases side by side on the tables of the later one: process by process from one to the other, one back',
  expected: '0 answers 5xx, 0 broken connections, 0 stalled orders',
  backEnds: ['postgres', 'redis'],
  async run({ isLong, ownHouse }) {
    const release = releaseBefore()
    const house = await ownHouse({ webs: 2, workers: 2, release })
    const { webs, workers } = house
    return underCrowd(house, async () => {
      const forward = [webs[0], workers[0], webs[1], workers[1]]
      // And one back: whoever finds a fault in a release must be able to leave it.
      for (const [n, program] of [...forward, webs[0]].entries()) {
        await program?.stop()
        program?.becomeRelease(n < forward.length ? undefined : release)
        await program?.startAndWait()
        await sleep(isLong ? TOGETHER_MS.long : TOGETHER_MS.short)
      }
      return `${forward.length + 1} changes of release`
    })
  },
}
