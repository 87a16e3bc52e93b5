import { setTimeout as sleep } from 'node:timers/promises'
import type { Drill } from '../drill'
import { underCrowd } from './under-crowd'

/** Between two restarts, so that the balancer has seen the process come back. */
const SETTLE_MS = 1_000

export const rollingRestart: Drill = {
  name: 'd7',
  title: 'rolling restart of two web processes and two workers behind a balancer, under load',
  expected: '0 answers 5xx, 0 broken connections, 0 stalled orders',
  backEnds: ['postgres', 'redis'],
  async run({ isLong, ownHouse }) {
    const house = await ownHouse({ webs: 2, workers: 2 })
    const rounds = isLong ? 20 : 1
    return underCrowd(house, async () => {
      for (let round = 0; round < rounds; round++) {
        for (const program of [...house.webs, ...house.workers]) {
          await program.stop()
          await program.startAndWait()
          await sleep(SETTLE_MS)
        }
      }
      return `${rounds * 4} restarts`
    })
  },
}
