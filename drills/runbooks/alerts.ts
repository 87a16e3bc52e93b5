import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@/server/platform/embedded-postgres/free-port'
import { anyStyle, publicWorks, until, untilEnded } from '../house/ask'
import { Program } from '../house/program'
import { insist } from '../show/steps'
import { newVisitor } from './new-visitor'
import type { Trial } from './trial'

const FIGURES = 'curl -s -H "authorization: Bearer $METRICS_TOKEN" $B/metrics'
const PULSES = 12
const PULSE_MS = 400

export const databaseDown: Trial = {
  page: 'database-down',
  backEnd: 'postgres',
  async run(desk, page) {
    const { house } = desk
    const [work = ''] = await publicWorks(house, 1)
    const visitor = newVisitor(house)
    await visitor.call({ method: 'GET', path: '/' })
    await house.postgres.kill()
    const answer = await until(
      async () => {
        const seen = await visitor.call({ method: 'GET', path: '/' })
        return String(seen.headers['cache-status']).includes('LAST_GOOD') && seen
      },
      30_000,
      250,
    )
    insist(answer?.status === 200, 'home is not the last good copy')
    const { status } = await newVisitor(house).mark('like', work, true)
    insist(status === 503, `a like was answered ${status}`)
    // By requests-fail: which dependency it is.
    await desk.sees('curl -s $B/api/health/ready', /"database":\{"status":"down"/)
    await desk.sees(`${FIGURES} | grep database_up`, /vernissage_database_up(\{[^}]*\})? 0/)
    await desk.sees(page.command('logs --tail 50 postgres'), /database system|LOG/)
    await house.heal()
    const isBack = await until(
      async () => (await newVisitor(house).mark('like', work, true)).status === 200,
      30_000,
      250,
    )
    insist(isBack, 'likes are not taken again')
    return 'killed: home as last good copy, a like 503, readiness names it; started: likes again'
  },
}

export const noWorkers: Trial = {
  page: 'no-workers',
  backEnd: 'postgres',
  async run(desk) {
    const { house, folder } = desk
    for (const worker of house.workers) await worker.kill()
    const { orderId = '' } = await newVisitor(house).order(await anyStyle(house))
    const isGone = await until(
      async () => !/^vernissage_workers\{.*\} [1-9]/m.test((await desk.run(FIGURES)).out),
      40_000,
      1_000,
    )
    insist(isGone, 'workers that are gone are counted')
    const port = await freePort(0)
    const logFile = path.join(folder, 'wrong-worker.log')
    const [one] = house.workers
    insist(one, 'there is no worker')
    const env = { ...one.spec.env, WORKER_PORT: String(port), WORKER_SIZES: 'large' }
    const wrong = new Program({ ...one.spec, env, logFile })
    wrong.start()
    insist(await until(async () => !wrong.isRunning, 30_000, 100), 'a worker with a wrong setting runs')
    const said = fs.readFileSync(logFile, 'utf8')
    insist(said.includes('WORKER_SIZES'), `it does not say why: ${said}`)
    await house.heal()
    insist((await untilEnded(house, [orderId], 90_000)).length === 0, 'the order waits for ever')
    return 'no worker: the order waited and was painted by the next; one with a wrong setting named it in its last line'
  },
}

export const processGone: Trial = {
  page: 'process-gone',
  backEnd: 'postgres',
  async run(desk) {
    const status = (header: string) => `curl -s -o /dev/null -w '%{http_code}' ${header} $B/metrics`
    await desk.sees(status(''), /^401$/)
    await desk.sees(status('-H "authorization: Bearer $METRICS_TOKEN"'), /^200$/)
    return 'figures: 401 without the token, 200 with it'
  },
}

export const eventLoopBlocked: Trial = {
  page: 'event-loop-blocked',
  backEnd: 'postgres',
  async run(desk) {
    const [web] = desk.house.webs
    insist(web, 'there is no web process')
    for (let pulse = 0; pulse < PULSES; pulse++) {
      web.freeze()
      await sleep(PULSE_MS)
      web.resume()
      await sleep(PULSE_MS)
    }
    const { out } = await desk.run(`${FIGURES} | grep -E 'eventloop_lag_p99_seconds|gc_duration_seconds_sum'`)
    const lag = Number(/nodejs_eventloop_lag_p99_seconds(?:\{[^}]*\})? ([\d.e-]+)/.exec(out)?.[1])
    insist(lag > 0.2, `the lag is told as ${lag}:\n${out}`)
    insist(out.includes('nodejs_gc_duration_seconds_sum'), 'nothing is told of the collector')
    return `stopped for ${PULSE_MS} ms ${PULSES} times: p99 of the lag ${lag.toFixed(2)} s`
  },
}
